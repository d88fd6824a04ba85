-- An ordinary migration of an ordinary day.
alter table orders add column shipped_at timestamptz;

create index concurrently if not exists orders_shipped_at on orders (shipped_at);

update orders set shipped_at = delivered_at where id in (1, 2, 3);
