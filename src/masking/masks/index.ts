import type { MaskKind } from '../../domain/masking-config.ts';
import { email } from './email.ts';
import type { Mask } from './mask.ts';
import { personName } from './person-name.ts';
import { phone } from './phone.ts';
import { token } from './token.ts';

export const masks: Readonly<Record<MaskKind, Mask>> = {
  email,
  'person-name': personName,
  phone,
  token,
};
