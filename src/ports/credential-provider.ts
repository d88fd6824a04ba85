/** Gives the URL of a target at the moment it is needed. Throws SluiceError input/target. */
export type CredentialProvider = { urlOf(variable: string): Promise<string> };
