--# commit | escaping | leaves the transaction
commit
--# commit-then-drop | destructive | what follows runs by itself
commit; drop table staged
--# end | escaping | END
end
--# rollback | escaping | ROLLBACK
rollback
--# abort | escaping | ABORT
abort
--# commit-chain | escaping | AND CHAIN
begin; commit and chain; select 1; commit
--# savepoint | escaping | SAVEPOINT
begin; savepoint a; release a; commit
--# rollback-to | escaping | ROLLBACK TO
begin; savepoint a; rollback to a; commit
--# prepare-transaction | escaping | PREPARE TRANSACTION | fails: 55000
begin; prepare transaction 'x'
--# commit-prepared | escaping | COMMIT PREPARED | fails: 42704
commit prepared 'x'
--# two-transactions | escaping | two pairs
begin; select 1; commit; begin; select 2; commit
--# begin-only | escaping | nobody commits
begin; create table t1 (id int)
--# commit-in-do | escaping | COMMIT in DO
do $$ begin insert into logs (line) values ('x'); commit; end $$
--# rollback-in-do | escaping | ROLLBACK in DO
do $$ begin insert into logs (line) values ('x'); rollback; end $$
--# commit-in-procedure | escaping | COMMIT in a procedure
create procedure p() language plpgsql as $$ begin commit; end $$; call p()
--# commit-dynamic | escaping | COMMIT in EXECUTE | fails: 0A000
do $$ begin execute 'commit'; end $$
--# start | escaping | START TRANSACTION in the middle
select 1; start transaction; select 2; commit
