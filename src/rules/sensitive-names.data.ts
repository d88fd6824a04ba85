const words =
  /(?:^|_)(?:e_?mail|phone|mobile|ssn|social_security|passport|iban|card_?number|cvv|birth_?date|date_of_birth|dob|salary|password\w*|passwd|pwd|secret|token|api_?key|private_?key|otp|mfa)(?:_|$)/i;
const power =
  /(?:^|_)(?:password\w*|passwd|pwd|secret|token|api_?key|private_?key|otp|mfa|role|roles|is_?admin|is_?superuser|permissions?|privileges?)(?:_|$)/i;

/** Whether a column of this name likely holds what not everybody may read. */
export function isSensitive(column: string): boolean {
  return words.test(column);
}

/** Whether a column of this name likely decides who may do what. */
export function isPower(column: string): boolean {
  return power.test(column);
}
