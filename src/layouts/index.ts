import type { Layout } from './layout.ts';
import { plain } from './plain.ts';
import { prisma } from './prisma.ts';
import { upDown } from './up-down.ts';

/** Every layout that a policy can name. */
export const layouts: readonly Layout[] = [plain, upDown, prisma];
