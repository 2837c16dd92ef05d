/** A layout of typst's, as the text that it is. */
declare module '*.typ' {
  const source: string;
  export default source;
}
