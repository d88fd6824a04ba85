// Migrations made from a seed: the same on every machine.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const kinds = [
  (n) => `update orders set state = 'sent' where id = ${n} and shop in (select id from shops);`,
  (n) => `alter table parts_${n} add column note text;`,
  (n) =>
    `create table orders_${n} (id bigint primary key, shop bigint not null references shops, placed timestamptz not null default now(), total numeric(12, 2) check (total >= 0));`,
  (n) =>
    `create index concurrently orders_${n}_placed on orders_${n} using btree (shop, placed desc) where total > 0;`,
  (n) =>
    `insert into settings (name, value) values ('limit_${n}', '${n}'), ('unit_${n}', 'EUR') on conflict do nothing;`,
  (n) =>
    `alter table orders_${n} alter column total type numeric(14, 2), add constraint positive_${n} check (total > 0) not valid;`,
  (n) =>
    `create view open_${n} as select o.id, o.total from orders o join shops s on s.id = o.shop where o.state <> 'sent';`,
  (n) => `delete from carts where id in (${n}, ${n + 1}, ${n + 2});`,
];

/** Writes so many statements into so many files of a directory, spread evenly; done once. */
export function writeFiles(directory, { files, statements }) {
  if (existsSync(directory)) return;
  mkdirSync(directory, { recursive: true });
  let state = 1;
  const roll = (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
  for (let file = 0, next = 0; file < files; file += 1) {
    const end = Math.round(((file + 1) * statements) / files);
    const lines = [];
    for (; next < end; next += 1) lines.push(kinds[roll(kinds.length)](next));
    writeFileSync(join(directory, `${String(file).padStart(6, '0')}.sql`), `${lines.join('\n')}\n`);
  }
}

export function listFiles(directory) {
  return readdirSync(directory).map((name) => join(directory, name));
}
