create table orders (id bigint primary key, delivered_at timestamptz);
insert into orders values (1, now()), (2, now()), (3, now());
