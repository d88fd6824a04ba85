--# dynamic-constant | destructive | one constant
do $$ begin execute 'drop table staged'; end $$
--# dynamic-concat | destructive | two constants joined
do $$ begin execute 'drop ' || 'table staged'; end $$
--# dynamic-concat-function | destructive | concat()
do $$ begin execute concat('drop', ' table ', 'staged'); end $$
--# dynamic-concat-ws | destructive | concat_ws()
do $$ begin execute concat_ws(' ', 'drop', 'table', 'staged'); end $$
--# dynamic-format-identifier | destructive | format() with %I
do $$ begin execute format('drop table %I', 'staged'); end $$
--# dynamic-format-two | destructive | schema and table
do $$ begin execute format('drop table %I.%I', 'archive', 'users'); end $$
--# dynamic-format-text | destructive | format() with %s
do $$ begin execute format('%s %s %s', 'drop', 'table', 'staged'); end $$
--# dynamic-format-position | destructive | format() with positions
do $$ begin execute format('%2$s table %1$I', 'staged', 'drop'); end $$
--# dynamic-format-literal | destructive | format() with %L
do $$ begin execute format('delete from users where email <> %L', 'it''s nobody'); end $$
--# dynamic-chr | destructive | characters by number
do $$ begin execute chr(100) || chr(114) || chr(111) || chr(112) || ' table staged'; end $$
--# dynamic-reverse | destructive | written backwards
do $$ begin execute reverse('degats elbat pord'); end $$
--# dynamic-replace | destructive | replace()
do $$ begin execute replace('dXrop table staXged', 'X', ''); end $$
--# dynamic-translate | destructive | translate()
do $$ begin execute translate('#r@p table staged', '#@', 'do'); end $$
--# dynamic-decode-hex | destructive | hexadecimal
do $$ begin execute convert_from(decode('64726f70207461626c6520737461676564', 'hex'), 'utf8'); end $$
--# dynamic-decode-base64 | destructive | base64
do $$ begin execute convert_from(decode('ZHJvcCB0YWJsZSBzdGFnZWQ=', 'base64'), 'UTF8'); end $$
--# dynamic-decode-escape | destructive | encode(…, 'escape')
do $$ begin execute encode('drop table staged'::bytea, 'escape'); end $$
--# dynamic-bytea-literal | destructive | a bytea literal
do $$ begin execute convert_from('\x64726f70207461626c6520737461676564'::bytea, 'utf8'); end $$
--# dynamic-upper-lower | destructive | lower() and upper()
do $$ begin execute lower('DROP TABLE ') || lower(upper('staged')); end $$
--# dynamic-repeat | destructive | repeat()
do $$ begin execute 'drop table stag' || repeat('e', 1) || 'd'; end $$
--# dynamic-left-right | destructive | left() and right()
do $$ begin execute left('drop table stagedXXX', 17) || right('XX ', 1); end $$
--# dynamic-substring | destructive | substr() and substring()
do $$ begin execute substr('xxdrop table staged', 3) || substring('a b' from 2 for 1); end $$
--# dynamic-overlay | destructive | overlay()
do $$ begin execute overlay('XXXX table staged' placing 'drop' from 1 for 4); end $$
--# dynamic-trim | destructive | trim() and btrim()
do $$ begin execute trim('  drop table ') || ' ' || btrim('xstagedx', 'x'); end $$
--# dynamic-pad | destructive | lpad() and rpad()
do $$ begin execute lpad(' table staged', 17, 'drop'); end $$
--# dynamic-array | destructive | array_to_string()
do $$ begin execute array_to_string(array['drop', 'table', 'staged'], ' '); end $$
--# dynamic-split | destructive | split_part()
do $$ begin execute split_part('x|drop table staged|y', '|', 2); end $$
--# dynamic-quote | destructive | quote_ident() and quote_literal()
do $$ begin execute 'delete from ' || quote_ident('users') || ' where email <> ' || quote_literal('x'); end $$
--# dynamic-nullable | destructive | quote_nullable()
do $$ begin execute 'update users set name = ' || quote_nullable(null); end $$
--# dynamic-case | destructive | CASE of constants
do $$ begin execute case when true then 'drop table staged' else 'select 1' end; end $$
--# dynamic-coalesce | destructive | coalesce()
do $$ begin execute coalesce(null, 'drop table staged'); end $$
--# dynamic-cast | destructive | casts
do $$ begin execute 'drop table '::text || 'staged'::name::text; end $$
--# dynamic-regclass | destructive | a name cast to regclass
do $$ begin execute 'drop table ' || 'staged'::regclass; end $$
--# dynamic-initcap | destructive | initcap()
do $$ begin execute initcap('drop') || ' table staged'; end $$
--# dynamic-dollar | destructive | dollar quotes in dollar quotes
do $a$ begin execute $b$drop table staged$b$; end $a$
--# dynamic-unicode | destructive | a Unicode literal
do $$ begin execute U&'\0064rop table staged'; end $$
--# dynamic-escape-string | destructive | an escape string
do $$ begin execute e'dr\x6fp table staged'; end $$
--# dynamic-subselect | destructive | a scalar sub-select
do $$ begin execute (select 'drop table staged'); end $$
--# dynamic-variable | destructive | a variable with a constant
do $$ declare q text := 'drop table staged'; begin execute q; end $$
--# dynamic-constant-variable | destructive | CONSTANT
do $$ declare t constant text := 'staged'; begin execute 'drop table ' || t; end $$
--# dynamic-assigned | destructive | assigned once
do $$ declare q text; begin q := 'drop table staged'; execute q; end $$
--# dynamic-two-variables | destructive | one variable from another
do $$ declare a text := 'drop'; b text := a || ' table '; begin execute b || 'staged'; end $$
--# dynamic-assigned-twice | destructive | put together step by step
do $$ declare q text := 'drop'; begin q := q || ' table staged'; execute q; end $$
--# dynamic-select-into | destructive | SELECT INTO a variable
do $$ declare q text; begin select 'drop table staged' into q; execute q; end $$
--# dynamic-array-loop | destructive | a loop over constants
do $$ declare t text; begin foreach t in array array['staged', 'nothing'] loop execute 'drop table ' || t; end loop; end $$
--# dynamic-catalog-loop | opaque | a loop over the catalog
do $$ declare t text; begin for t in select tablename from pg_tables where schemaname = 'archive' loop execute format('drop table archive.%I', t); end loop; end $$
--# dynamic-from-table | opaque | text that a table holds
do $$ declare q text; begin select 'drop table ' || name into q from staged where id = 99; if q is not null then execute q; end if; end $$
--# dynamic-parameter | opaque | a parameter of the function
create function run(q text) returns void language plpgsql as $$ begin execute q; end $$; select run('drop table staged')
--# dynamic-using | destructive | parameters by USING
do $$ begin execute 'delete from users where id > $1' using 0; end $$
--# dynamic-into | destructive | EXECUTE INTO
do $$ declare n int; begin execute 'delete from users where id > 0 returning id' into n; exception when too_many_rows then null; end; $$
--# dynamic-for | destructive | FOR IN EXECUTE
do $$ declare r record; begin for r in execute 'delete from users returning *' loop null; end loop; end $$
--# dynamic-return-query | destructive | RETURN QUERY EXECUTE
create function run() returns setof int language plpgsql as $$ begin return query execute 'delete from users returning id'; end $$; select run()
--# dynamic-two-statements | destructive | two statements in one text
do $$ begin execute 'select 1; drop table staged'; end $$
--# dynamic-do-in-text | destructive | DO in the text
do $a$ begin execute 'do $b$ begin drop table staged; end $b$'; end $a$
--# dynamic-execute-in-text | destructive | EXECUTE in DO in the text
do $a$ begin execute 'do $b$ begin execute ''drop ta'' || ''ble staged''; end $b$'; end $a$
--# dynamic-function-in-text | destructive | the text makes a function and calls it
do $a$ begin execute 'create function wipe() returns void language sql as ''delete from users'''; execute 'select wipe()'; end $a$
--# dynamic-comment | destructive | comments in the text
do $$ begin execute 'drop /* ' || ' */ table staged -- ' || 'x'; end $$
--# dynamic-schema-qualified | destructive | pg_catalog.format
do $$ begin execute pg_catalog.format('drop table %s', 'staged'); end $$
--# dynamic-query-to-xml | destructive | query_to_xml runs text | or: 0A000
select query_to_xml('delete from users returning id', true, true, '')
--# dynamic-query-to-xml-concat | destructive | query_to_xml of joined text | or: 0A000
select query_to_xml('delete ' || 'from users returning id', true, true, '')
--# dynamic-query-to-xmlschema | destructive | query_to_xml_and_xmlschema | or: 0A000
select query_to_xml_and_xmlschema('delete from users returning id', true, true, '')
--# dynamic-ts-stat | destructive | ts_stat runs text
create function wipe() returns tsvector language plpgsql as $$ begin delete from users; return 'a'; end $$; select * from ts_stat('select ' || 'wipe()')
--# dynamic-ts-rewrite | destructive | ts_rewrite runs text
create function wipe() returns tsquery language plpgsql as $$ begin delete from users; return 'a'; end $$; select ts_rewrite('a'::tsquery, 'select wipe(), wipe()')
--# dynamic-dblink | escaping | dblink_exec runs text elsewhere | fails: 42883
select dblink_exec('dbname=postgres', 'drop table users')
--# dynamic-crosstab | destructive | crosstab runs text | fails: 42883
select * from crosstab('delete from users returning id, id, id') as c (a int, b int)
--# dynamic-cursor-text | destructive | OPEN FOR EXECUTE
do $$ declare c refcursor; r record; begin open c for execute 'delete from users returning id'; fetch c into r; end $$
--# dynamic-hidden-format | destructive | another format() comes first in the path
create function app.format(text, text) returns text language sql as $$ select 'drop table staged' $$; set search_path = app, pg_catalog, public; do $$ begin execute format('select %s', '1'); end $$
