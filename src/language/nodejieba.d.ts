/** The part of nodejieba that the segmenter needs, declared here because an install may come without the package. */
declare module 'nodejieba' {
  const nodejieba: { cut(text: string): string[] };
  export default nodejieba;
}
