/**
 * Words of column names, in the singular, that tell what a column holds. Several words mean: in this order,
 * side by side.
 */
export const emailWords = ['email', 'e mail', 'mail', 'mailbox', 'emailaddress', 'recipient', 'reply to', 'cc', 'bcc'];

export const phoneWords = [
  'phone', 'telephone', 'tel', 'mobile', 'cell', 'cellphone', 'fax', 'msisdn', 'sms', 'whatsapp', 'phonenumber',
  'landline', 'handphone',
];

export const nameWords = [
  'first name', 'last name', 'full name', 'middle name', 'given name', 'family name', 'maiden name', 'nick name',
  'real name', 'legal name', 'display name', 'contact name', 'customer name', 'client name', 'patient name',
  'employee name', 'user name', 'person name', 'owner name', 'holder name', 'account holder', 'card holder',
  'firstname', 'lastname', 'fullname', 'middlename', 'surname', 'forename', 'fname', 'lname', 'mname', 'nickname',
  'username', 'displayname', 'cardholder', 'author name', 'sender name', 'recipient name', 'guest name',
  'student name', 'beneficiary', 'guardian name', 'spouse', 'signatory', 'payee',
];

/** A plain `name` in a table of people is a person's. */
export const peopleTables = [
  'user', 'customer', 'client', 'person', 'people', 'employee', 'patient', 'member', 'contact', 'student', 'teacher',
  'guest', 'staff', 'subscriber', 'applicant', 'candidate', 'doctor', 'driver', 'tenant user', 'profile', 'lead',
];

export const tokenWords = [
  'password', 'passwd', 'pwd', 'passphrase', 'passcode', 'secret', 'token', 'api key', 'apikey', 'access key',
  'private key', 'secret key', 'encryption key', 'signing key', 'license key', 'credential', 'session', 'session id',
  'cookie', 'otp', 'totp', 'mfa', 'salt', 'pin', 'cvv', 'cvc', 'csrf', 'jwt', 'bearer', 'oauth', 'hash',
  'ssn', 'social security', 'sin', 'nin', 'nino', 'national id', 'national insurance', 'passport', 'driver license',
  'driving license', 'driver licence', 'tax id', 'tin', 'vat', 'ein', 'itin', 'iban', 'bic', 'swift', 'bank account', 'account number',
  'account no', 'routing', 'sort code', 'card', 'card number', 'credit card', 'pan', 'ip', 'ip address', 'ipaddress', 'mac address',
  'user agent', 'device id', 'fingerprint', 'address', 'street', 'postcode', 'postal', 'zip', 'zipcode', 'city',
  'latitude', 'longitude', 'lat', 'lng', 'dob', 'birth', 'birthday', 'birthdate', 'date of birth', 'born',
  'gender', 'sex', 'religion', 'ethnicity', 'nationality', 'medical', 'diagnosis', 'salary', 'bio', 'avatar',
];
