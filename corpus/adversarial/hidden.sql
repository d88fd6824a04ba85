--# positional-format | destructive | the arguments change places
do $$ begin execute format('%2$s %1$s %3$I', 'table', 'drop', 'staged'); end $$
--# width-format | destructive | with a width
do $$ begin execute format('drop %10s %-10s', 'table', 'staged'); end $$
--# literal-format | every-row | a value
do $$ begin execute format('delete from orders where %L = %L', 1, 1); end $$
--# star-format | destructive | the width is an argument
do $$ begin execute format('drop table %*s', 10, 'staged'); end $$
--# variadic-format | destructive | VARIADIC
do $$ begin execute format('%s %s %s', variadic array['drop', 'table', 'staged']); end $$
--# separator | destructive | concat_ws
do $$ begin execute concat_ws(' ', 'drop', null, 'table', 'staged'); end $$
--# concat-mixed | destructive | concat of numbers and texts
do $$ begin execute concat('trun', 'cate ', 'sta', 'ged'); end $$
--# characters | destructive | chr, letter by letter
do $$ begin execute chr(100) || chr(114) || chr(111) || chr(112) || chr(32) || 'table staged'; end $$
--# reversed | destructive | backwards
do $$ begin execute reverse('degats elbat pord'); end $$
--# translated | destructive | letters change places
do $$ begin execute translate('espq ubcmf tubhfe', 'espqubcmfthg', 'droptablesgf'); exception when syntax_error then execute translate('xrop table staged', 'x', 'd'); end $$
--# translated-plainly | destructive | one letter
do $$ begin execute translate('dr0p tab1e staged', '01', 'ol'); end $$
--# overlaid | destructive | OVERLAY
do $$ begin execute overlay('show table staged' placing 'drop' from 1 for 4); end $$
--# cut-out | destructive | SUBSTRING
do $$ begin execute substring('please drop table staged now' from 8 for 17); end $$
--# cut-out-pattern | destructive | SUBSTRING with a pattern
do $$ begin execute substring('please drop table staged now' from 'drop.*staged'); end $$
--# cut-similar | destructive | SUBSTRING SIMILAR
do $$ begin execute substring('xx drop table staged' similar '%#"drop%#"' escape '#'); end $$
--# padded | destructive | lpad
do $$ begin execute lpad('p table staged', 17, 'dro'); end $$
--# padded-right | destructive | rpad
do $$ begin execute rpad('drop table stag', 17, 'ed'); end $$
--# aggregated | destructive | string_agg of rows
do $$ begin execute (select string_agg(w, ' ' order by i) from (values (2, 'table'), (1, 'drop'), (3, 'staged')) v (i, w)); end $$
--# aggregated-codes | destructive | string_agg of codes
do $$ begin execute (select string_agg(chr(c), '') from unnest(array[100,114,111,112,32,116,97,98,108,101,32,115,116,97,103,101,100]) c); end $$
--# joined-array | destructive | array_to_string
do $$ begin execute array_to_string(array['drop', 'table', 'staged'], ' '); end $$
--# split-joined-array | destructive | apart and together
do $$ begin execute array_to_string(string_to_array('drop,table,staged', ','), ' '); end $$
--# picked | destructive | the second of an array
do $$ begin execute (array['select 1', 'drop table staged'])[2]; end $$
--# picked-split | destructive | split_part
do $$ begin execute split_part('select 1;drop table staged;', ';', 2); end $$
--# base64 | destructive | decoded
do $$ begin execute convert_from(decode('ZHJvcCB0YWJsZSBzdGFnZWQ=', 'base64'), 'utf8'); end $$
--# hex | destructive | decoded
do $$ begin execute convert_from('\x64726f70207461626c6520737461676564'::bytea, 'UTF8'); end $$
--# hex-escape | destructive | encoded as escape
do $$ begin execute encode(decode('64726f70207461626c6520737461676564', 'hex'), 'escape'); end $$
--# e-string | destructive | escapes
do $$ begin execute E'\x64\162\u006fp\ttable\nstaged'; end $$
--# u-string | destructive | Unicode escapes
do $$ begin execute U&'\0064rop table staged'; end $$
--# u-string-escape | destructive | with another escape
do $$ begin execute U&'d!0072op table staged' uescape '!'; end $$
--# unistr | destructive | a function for them
do $$ begin execute unistr('\0064rop \u0074able staged'); end $$
--# e-string-do | destructive | the whole block is an escape string
do E'begin \x64rop table staged; end'
--# block-in-quotes | destructive | the block in plain quotes
do 'begin execute ''dro''''p table staged''; exception when others then execute ''drop'' || '' table staged''; end'
--# replaced | destructive | replace
do $$ begin execute replace('drop view staged', 'view', 'table'); end $$
--# replaced-pattern | destructive | regexp_replace
do $$ begin execute regexp_replace('d.r.o.p. .t.able staged', '\.', '', 'g'); end $$
--# trimmed | destructive | trim
do $$ begin execute trim(both 'x' from 'xxdrop table stagedxx'); end $$
--# lowered | destructive | lower
do $$ begin execute lower('DROP TABLE STAGED'); end $$
--# left-right | destructive | left and right
do $$ begin execute left('drop it', 5) || right('the table', 5) || ' staged'; end $$
--# repeated | destructive | repeat
do $$ begin execute 'drop table staged' || repeat(' ', 3) || repeat('x', 0); end $$
--# case-chosen | destructive | CASE
do $$ begin execute case when 1 = 1 then 'drop table staged' else 'select 1' end; end $$
--# coalesced | destructive | COALESCE
do $$ begin execute coalesce(null, 'drop table staged'); end $$
--# greatest-chosen | destructive | GREATEST
do $$ begin execute greatest('a', 'drop table staged'); end $$
--# json-chosen | destructive | out of JSON
do $$ begin execute '{"a": "drop table staged"}'::json ->> 'a'; end $$
--# jsonb-chosen | destructive | out of JSONB
do $$ begin execute '{"a": ["drop table staged"]}'::jsonb #>> '{a,0}'; end $$
--# row-chosen | destructive | out of a row
do $$ declare r record; begin r := row('drop table staged'); select 'drop table staged' as q into r; execute r.q; end $$
--# cast-chain | destructive | through other types
do $$ begin execute 'drop table staged'::varchar::bpchar::text; end $$
--# cast-name | destructive | through name
do $$ begin execute ('drop table staged'::name)::text; end $$
--# declared | destructive | in a declaration
do $$ declare q constant text not null := 'drop table ' || 'staged'; begin execute q; end $$
--# assigned-in-branches | destructive | one of two
do $$ declare q text; begin if random() < 2 then q := 'drop table staged'; else q := 'select 1'; end if; execute q; end $$
--# assigned-in-loop | destructive | word by word
do $$ declare q text := ''; w text; begin foreach w in array array['drop', 'table', 'staged'] loop q := q || w || ' '; end loop; execute q; end $$
--# selected-into | destructive | SELECT INTO
do $$ declare q text; begin select 'drop table staged' into strict q; execute q; end $$
--# diagnostics | destructive | the text goes through an error
do $$ declare q text; begin begin raise exception 'drop table staged'; exception when others then get stacked diagnostics q = message_text; end; execute q; end $$
--# sqlerrm | destructive | the text goes through an error
do $$ begin begin raise exception 'drop table staged'; exception when others then execute sqlerrm; end; end $$
--# error-detail | destructive | the text goes through the detail of an error
do $$ declare q text; begin raise exception using message = 'x', detail = 'drop table staged'; exception when raise_exception then get stacked diagnostics q = pg_exception_detail; execute q; end $$
--# alias | destructive | a variable with two names
do $$ declare q text := 'drop table staged'; p alias for q; begin execute p; end $$
--# outer-block | destructive | a label
do $$ <<outside>> declare q text := 'drop table staged'; begin declare q text := 'select 1'; begin execute outside.q; end; end $$
--# nested-do | destructive | a block in a block
do $$ begin do $x$ begin execute 'do ''begin execute ''''drop table staged''''; end'''; end $x$; end $$
--# nested-do-language | destructive | LANGUAGE before the block
do language plpgsql $_$ begin execute $q$do language plpgsql $w$begin drop table staged; end$w$$q$; end $_$
--# execute-using | destructive | the argument stands in format within
do $$ begin execute 'do $x$ begin execute format(''drop table %I'', ''staged''); end $x$' using 1; end $$
--# using-value-only | every-row | the argument makes it true
do $$ begin execute 'delete from orders where $1' using true; end $$
--# using-key-all | destructive | the argument chooses all
do $$ begin execute 'delete from orders where id > $1' using 0; end $$
--# open-for | every-row | a cursor runs it
do $$ declare c refcursor; r record; begin open c for execute 'delete from staged returning *'; fetch c into r; close c; end $$
--# open-for-select-function | opaque | a cursor calls what nobody knows
do $$ declare c refcursor; r int; begin open c for execute 'select purge()'; fetch c into r; end $$
--# for-execute | destructive | a loop runs it
do $$ declare r record; begin for r in execute 'delete from orders returning id' loop null; end loop; end $$
--# for-plain | every-row | a loop runs it
do $$ declare r record; begin for r in delete from orders returning * loop null; end loop; end $$
--# return-query-execute | every-row | a function returns it
create function f() returns setof int language plpgsql as $$ begin return query execute 'delete from ' || 'orders returning id'; end $$; select count(*) from f()
--# return-query | every-row | a function returns it
create function f() returns setof int language plpgsql as $$ begin return query delete from orders returning id; end $$; select count(*) from f()
--# function-of-function | destructive | one builds the text, the other runs it
create function make() returns text language sql as $$ select 'drop table ' || 'staged' $$; do $$ begin execute make(); end $$
--# argument-carries | destructive | the text is an argument
create function run(q text) returns void language plpgsql as $$ begin execute q; end $$; select run('drop table staged')
--# argument-default-carries | destructive | the text is a default
create function run(q text default 'drop table staged') returns void language plpgsql as $$ begin execute q; end $$; select run()
--# argument-in-parts | destructive | two arguments
create procedure run(a text, variadic b text[]) language plpgsql as $$ begin execute a || ' ' || array_to_string(b, ' '); end $$; call run('drop', 'table', 'staged')
--# named-argument | destructive | by name
create function run(verb text, what text) returns void language plpgsql as $$ begin execute verb || ' table ' || what; end $$; select run(what => 'staged', verb => 'drop')
--# function-in-trigger-in-rule | destructive | three hands
create function boom() returns trigger language plpgsql as $$ begin do 'begin execute ''dr'' || ''op table nothing''; end'; return null; end $$; create trigger boom after insert on logs for each statement execute function boom(); create rule r as on insert to staged do also insert into logs (line) values ('x'); insert into staged values (9, 'nine')
--# trigger-argument | destructive | the text is the trigger's argument
create function boom() returns trigger language plpgsql as $$ begin execute tg_argv[0]; return null; end $$; create trigger boom after insert on logs for each statement execute function boom('drop table staged'); insert into logs (line) values ('x')
--# event-trigger | destructive | at the next definition
create function boom() returns event_trigger language plpgsql as $$ begin if tg_tag = 'CREATE TABLE' then drop table if exists staged; end if; end $$; create event trigger boom on ddl_command_end execute function boom(); create table spark (id int)
--# default-expression | every-row | a default of a new column runs it
create function f() returns int language sql as 'delete from orders; select 1'; alter table staged add column x int default f()
--# set-default-expression | every-row | at the next insert
create function f() returns int language sql as 'delete from orders; select 1'; alter table logs alter line set default f()::text; insert into logs default values
--# check-expression | every-row | a check runs it
create function f() returns bool language sql as 'delete from orders; select true'; alter table staged add check (f())
--# using-expression | every-row | USING runs it
create function f() returns text language sql as 'delete from orders; select null::text'; alter table staged alter name type text using f()
--# domain-check | every-row | the check of a domain runs it
create function f() returns bool language sql as 'delete from orders; select true'; alter domain address add check (f())
--# index-expression | every-row | an index runs it
create function f() returns int language sql as 'delete from public.orders; select 1'; create function g(int) returns int immutable language sql as 'select public.f()'; create index on staged (g(id))
--# operator-runs | every-row | an operator runs it
create function f(int) returns int language sql as 'delete from orders; select 1'; create operator !!! (rightarg = int, function = f); select !!! 1
--# operator-qualified | every-row | OPERATOR()
create function f(int, int) returns bool language sql as 'delete from orders; select true'; create operator public.=== (leftarg = text, rightarg = text, function = pg_catalog.texteq); create operator public.+= (leftarg = int, rightarg = int, function = f); select 1 operator(public.+=) 1
--# cast-runs | every-row | a cast runs it
create function f(mood) returns int language sql as 'delete from orders; select 1'; create cast (mood as int) with function f(mood); select 'calm'::mood::int
--# aggregate-runs | every-row | an aggregate runs it
create function f(int, int) returns int language sql as 'delete from orders; select 1'; create aggregate bad (int) (sfunc = f, stype = int, initcond = '0'); select bad(id) from staged
--# view-runs | every-row | a view runs it
create function f() returns int language sql as 'delete from orders; select 1'; create view v as select f(); select * from v
--# materialized-runs | every-row | a materialized view runs it
create function f() returns bigint language plpgsql as 'begin delete from public.orders; return 1; end'; create materialized view v as select f()
--# policy-runs | every-row | a policy runs it
create function f() returns bool language sql as 'delete from orders; select true'; create policy p on staged using (f()); alter table staged enable row level security; grant select on staged to reporting; grant delete, select on orders to reporting; set role reporting; select * from staged
--# trigger-when-runs | every-row | WHEN runs it
create function f() returns bool language sql as 'delete from orders; select true'; create trigger t before insert on staged for each row when (f()) execute function touch(); insert into staged values (9, 'nine')
--# bound-runs | every-row | the bound of a partition runs it
create function f() returns date language sql as 'delete from orders; select date ''2030-01-01'''; create table parts_2030 partition of parts for values from (f()) to ('2031-01-01')
--# argument-default-runs | every-row | a default of an argument runs it
create function f() returns int language sql as 'delete from orders; select 1'; create function g(a int default f()) returns int language sql as 'select a'; select g()
--# sequence-of-quotes | destructive | quotes in quotes
do $a$ begin execute $b$ do $c$ begin execute $d$ drop table staged $d$; end $c$ $b$; end $a$
--# text-in-comment | opaque | the text is a comment on a table
comment on table staged is 'drop table staged'; do $$ begin execute obj_description('staged'::regclass); end $$
--# text-in-setting | opaque | the text is a setting
set app.q = 'drop table staged'; do $$ begin execute current_setting('app.q'); end $$
--# text-in-row | opaque | the text is a row
insert into logs (line) values ('drop table staged'); do $$ begin execute (select line from logs limit 1); end $$
--# text-in-label | opaque | the text is a label of an enum
create type e as enum ('drop table staged'); do $$ begin execute (enum_range(null::e))[1]::text; end $$
--# text-in-function | opaque | the text is the body of a function
do $$ begin execute (select split_part(prosrc, ';', 1) from pg_proc where proname = 'purge'); end $$
--# names-at-run-time | opaque | names from the catalog
do $$ declare r record; begin for r in select tablename from pg_tables where tablename = 'staged' loop execute 'drop table ' || quote_ident(r.tablename); end loop; end $$
--# mixed-case | destructive | with comments for blanks
DrOp/**/TaBlE--
/* /* nested */ */staged
--# comment-says-otherwise | destructive | the comment opens late
/* drop nothing /* nested */ */ drop table staged /* */
--# empty-statements | destructive | among nothing
;;; drop table staged;;;
--# unicode-identifier | destructive | Unicode escapes
drop table U&"st\0061ged"
--# unicode-identifier-escape | destructive | with another escape
drop table U&"st!0061ged" uescape '!'
--# spaced-path | destructive | blanks in the path
drop table public . "staged"
--# dollar-hides-comment | destructive | the comment begins in a text
select $x$ /* $x$; drop table staged; select $y$ */ $y$
--# quote-hides-comment | destructive | the comment begins in a text
select '--', '/*'; drop table staged; select '*/'
--# e-quote-ends | destructive | the backslash eats the quote
select E'\'; select 1; --'; drop table staged
--# wide-gap | destructive | far to the right
select 1;                                                                                                                                                                                                                          drop table staged
--# atomic-semicolons | every-row | semicolons that do not end it
create function f() returns int begin atomic select 1; delete from orders; select 2; end; select f()
--# commit-first | destructive | out of the transaction
commit; drop table staged
--# commit-chain | escaping | the next one begins at once
begin; commit and chain; rollback and no chain
--# commit-in-do | escaping | COMMIT in a block
do $$ begin delete from staged where id = 1; commit; delete from staged where id = 2; rollback; end $$
--# commit-in-procedure | escaping | COMMIT in a procedure
create procedure p() language plpgsql as $$ begin commit and chain; end $$; call p()
--# commit-dynamic | escaping | a procedure that is called in a text
create procedure p() language plpgsql as $$ begin rollback; end $$; do $$ begin call p(); end $$
--# two-phase | escaping | left prepared | fails: 55000
begin; prepare transaction 'sluice'
--# two-phase-commit | escaping | somebody else's | fails: 42704
commit prepared 'sluice'
--# two-phase-rollback | escaping | somebody else's | fails: 42704
rollback prepared 'sluice'
--# abort | escaping | everything so far is undone
begin; abort work
--# swallowed | destructive | whatever happens
do $$ begin drop table staged; raise exception 'no'; exception when others then drop table if exists staged; end $$
--# branch-on-place | opaque | only where it matters
do $$ begin if current_database() not like 'shadow%' then execute concat('select ''drop table ', current_setting('app.t', true), ''''); end if; end $$
--# gexec | opaque | psql runs what comes back | run: no, only psql knows it
select 'drop table staged' \gexec
--# include | opaque | another file | run: no, only psql knows it
\i /tmp/other.sql
--# shell | opaque | a program | run: no, only psql knows it
\! rm -rf /
--# variable | opaque | whatever the variable holds | run: no, only psql knows it
drop table :name
--# variable-quoted | opaque | whatever the variable holds | run: no, only psql knows it
delete from users where id = :'id'
--# copy-meta | opaque | a program at the client | run: no, only psql knows it
\copy users to program 'cat'
