/** A name as the server quotes it, without quotes: what static names and facts are compared with. */
export function plain(name: string): string {
  return name.replaceAll(/"((?:[^"]|"")*)"/g, (_, inner: string) => inner.replaceAll('""', '"'));
}
