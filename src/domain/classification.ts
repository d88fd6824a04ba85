/** Which personal thing a column holds; `unclassified` text is treated as personal. */
export type Classification =
  | 'email'
  | 'person-name'
  | 'phone'
  | 'token'
  | 'unclassified'
  | 'not-personal';
