/** A path as a SARIF artifact location; every character that could mean something else is encoded. */
export function artifactUri(path: string): { readonly uri: string; readonly uriBaseId?: string } {
  const uri = path
    .replace(/^(?:\.\/)+/, '')
    .split('/')
    .map(encodeSegment)
    .join('/');
  return path.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}

/** Half a surrogate pair has no bytes in UTF-8: it becomes U+FFFD, as in every decoder. */
function encodeSegment(segment: string): string {
  const whole = Array.from(segment, (character) =>
    /^[\ud800-\udfff]$/.test(character) ? '\ufffd' : character,
  ).join('');
  return encodeURIComponent(whole).replace(/[!'()*]/g, toPercent);
}

function toPercent(character: string): string {
  return `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
}
