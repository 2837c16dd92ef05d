/** In front of the application under development: passes everything on, and makes open pages reload when told to. */
import { createServer, request } from 'node:http';

const SCRIPT_PATH = '/__dev/reload.js';
const EVENTS_PATH = '/__dev/events';
const SCRIPT = `new EventSource('${EVENTS_PATH}').onmessage = () => location.reload();`;
const TAG = `<script src="${SCRIPT_PATH}"></script>`;

/** Listens on `host:port` for the application on 127.0.0.1:`inner`; gives `reload()` for the open pages and `close()`. */
export async function startDevProxy({ host, port, inner }) {
  const listeners = new Set();
  const server = createServer((incoming, outgoing) => {
    if (incoming.url === SCRIPT_PATH) return outgoing.writeHead(200, { 'content-type': 'text/javascript' }).end(SCRIPT);
    if (incoming.url === EVENTS_PATH) return listen(outgoing, listeners);
    return passOn(incoming, outgoing, inner);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return {
    reload: () => listeners.forEach((listener) => listener.write('data: reload\n\n')),
    close: () => (server.closeAllConnections(), server.close()),
  };
}

function listen(outgoing, listeners) {
  outgoing.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  outgoing.write(': open\n\n');
  listeners.add(outgoing);
  outgoing.once('close', () => listeners.delete(outgoing));
}

function passOn(incoming, outgoing, inner) {
  const headers = { ...incoming.headers };
  // Only plain text can take the extra tag; a page that has not changed since must still get it.
  if (incoming.headers.accept?.includes('text/html')) for (const name of ['accept-encoding', 'if-none-match']) delete headers[name];
  const inside = request({ host: '127.0.0.1', port: inner, path: incoming.url, method: incoming.method, headers }, (answer) => {
    const isPage = answer.headers['content-type']?.startsWith('text/html') && !answer.headers['content-encoding'];
    if (isPage) return answerPage(answer, outgoing);
    outgoing.writeHead(answer.statusCode, answer.headers);
    return answer.pipe(outgoing);
  });
  inside.once('error', () => outgoing.headersSent || outgoing.writeHead(503, { 'content-type': 'text/html' }).end(`${TAG}<p>Startar om …`));
  incoming.pipe(inside);
}

async function answerPage(answer, outgoing) {
  const html = Buffer.concat(await answer.toArray()).toString();
  const headers = { ...answer.headers };
  delete headers['content-length'];
  delete headers['transfer-encoding'];
  outgoing.writeHead(answer.statusCode, headers).end(html.replace(/(<\/body>|$)/, `${TAG}$1`));
}
