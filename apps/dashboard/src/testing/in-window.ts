/** What is on the screen, in a window of its own of this many pixels. */
export async function inWindow(width: number, element: Element): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.width = String(width);
  const styles = [...document.querySelectorAll('style, link[rel="stylesheet"]')].map(({ outerHTML }) => outerHTML).join('');
  frame.srcdoc = `<html lang="${document.documentElement.lang}"><head><base href="/">${styles}</head><body><main class="page">${element.innerHTML}</main></body></html>`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  if (!frame.contentDocument) throw new Error('The window is of another origin');
  return frame.contentDocument;
}
