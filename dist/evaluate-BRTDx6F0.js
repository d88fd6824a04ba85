import { n as lockModes, t as rules } from "./rules-CFAdQrul.js";
import { t as levels } from "./finding-B2fSxl_J.js";
import { a as namesOf, c as optionNamed, i as isOptionOn, l as someNode, n as constantText, o as nodeAs, r as hasTag, s as nodesAs, t as childrenOf } from "./nodes-Bqj3IKIP.js";
import { a as foldSelect, c as isFoldable, n as executedBy, s as foldText, t as tagOf } from "./tag-B7gefh1e.js";
import { t as parseIdentity } from "./identity-Chd_QquJ.js";
const emptyCatalog = {
	created: /* @__PURE__ */ new Map(),
	searchPathChanged: false,
	unitId: void 0
};
/** Whether this change created the object for certain; its parts are as new as it is. */
function isCreatedHere(catalog, object) {
	if (catalog.searchPathChanged && object.schema === void 0) return false;
	return catalog.created.has(keyOf(object));
}
/** The object as far as the catalog knows it. */
function lookup(catalog, object) {
	return {
		...object,
		createdHere: isCreatedHere(catalog, object)
	};
}
/** The catalog after these effects, in order. */
function advance(catalog, effects) {
	return effects.reduce(afterEffect, catalog);
}
function afterEffect(before, effect) {
	const catalog = inUnit(before, effect.unitId);
	if (isUnfathomable(effect)) return forget(catalog);
	switch (effect.kind) {
		case "creates": return afterCreate(catalog, effect);
		case "drops": return effect.object.part === void 0 ? without(catalog, [keyOf(effect.object)]) : catalog;
		case "alters": return afterAlter(catalog, effect);
		case "sets": return afterSetting(catalog, effect);
		case "controls-transaction": return afterTransaction(catalog, effect.action);
		default: return catalog;
	}
}
/** It may have renamed or dropped anything. */
function isUnfathomable(effect) {
	if (effect.kind === "calls") return !effect.known;
	return effect.kind === "executes-dynamic" || effect.kind === "unparsed" || effect.kind === "unknown";
}
/** ROLLBACK undoes creations and renames; COMMIT may drop temporary tables. */
function afterTransaction(catalog, action) {
	if ([
		"begin",
		"start",
		"savepoint",
		"release"
	].includes(action)) return catalog;
	return action === "commit" ? withoutTemporary(catalog) : forget(catalog);
}
/** Temporary tables and SET belong to the session, and each unit may get its own. */
function inUnit(catalog, unitId) {
	if (catalog.unitId === unitId) return catalog;
	return {
		...withoutTemporary(catalog),
		unitId
	};
}
function withoutTemporary(catalog) {
	const lasting = [...catalog.created].filter(([, object]) => !object.temporary);
	return {
		...catalog,
		created: new Map(lasting)
	};
}
function afterCreate(catalog, effect) {
	const { object } = effect;
	if (object.part !== void 0 || !isTracked(object.kind)) return catalog;
	if (!object.createdHere || effect.via !== "direct") return without(catalog, [keyOf(object)]);
	const temporary = object.schema === "pg_temp";
	const created = new Map(catalog.created);
	created.set(keyOf(object), {
		name: object.name,
		temporary
	});
	if (temporary) created.set(keyOf({
		kind: object.kind,
		name: object.name
	}), {
		name: object.name,
		temporary
	});
	return {
		...catalog,
		created
	};
}
/** From then on what happens to the new table happens to something else, too. */
const entangling = /* @__PURE__ */ new Set([
	"attach-partition",
	"inherited-by",
	"referenced-by",
	"owns-sequence"
]);
function afterAlter(catalog, effect) {
	const { object, change, to } = effect;
	if (entangling.has(change)) return without(catalog, [keyOf(object)]);
	if (to === void 0 || object.part !== void 0) return catalog;
	if (object.kind === "schema") return forget(catalog);
	if (change !== "rename" && change !== "set-schema") return catalog;
	return moved(catalog, effect, to);
}
function moved(catalog, effect, to) {
	const { object, change } = effect;
	const target = change === "rename" ? {
		...object,
		name: to
	} : {
		...object,
		schema: to
	};
	const known = isCreatedHere(catalog, object) && effect.via === "direct";
	const source = without(catalog, [keyOf(object)]);
	if (!known) return withoutName(without(source, [keyOf({
		kind: "schema",
		name: to
	})]), target.name);
	const created = new Map(source.created);
	created.set(keyOf(target), {
		name: target.name,
		temporary: object.schema === "pg_temp"
	});
	return {
		...source,
		created
	};
}
function afterSetting(catalog, effect) {
	const setting = effect.setting.toLowerCase();
	return [
		"search_path",
		"role",
		"session_authorization",
		"all"
	].includes(setting) ? {
		...catalog,
		searchPathChanged: true
	} : catalog;
}
function forget(catalog) {
	return {
		...catalog,
		created: /* @__PURE__ */ new Map()
	};
}
function without(catalog, keys) {
	const created = new Map([...catalog.created].filter(([key]) => !keys.includes(key)));
	return {
		...catalog,
		created
	};
}
/** Somebody else's object now carries this name, in a schema that may come first in the path. */
function withoutName(catalog, name) {
	const created = new Map([...catalog.created].filter(([, object]) => object.name !== name));
	return {
		...catalog,
		created
	};
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
	domain: "type"
};
function isTracked(kind) {
	return nameSpaces[kind] !== void 0;
}
function keyOf(object) {
	return JSON.stringify([
		nameSpaces[object.kind] ?? object.kind,
		object.schema ?? null,
		object.name
	]);
}
/** The deriver of one kind of statement. */
function deriver(tag, derive, below = () => "walk") {
	return {
		derive: (node, context) => {
			const statement = nodeAs(node, tag);
			return statement === void 0 ? [] : derive(statement, context);
		},
		below: (node) => {
			const statement = nodeAs(node, tag);
			return statement === void 0 ? "walk" : below(statement);
		}
	};
}
/** A statement kind that is refused: nothing is claimed about it, so it denies. */
function refused(tag, reason) {
	return {
		derive: () => [{
			kind: "unknown",
			tag,
			reason
		}],
		below: () => "walk"
	};
}
/** The relation that a range variable names. */
function relation(rangeVar, context, kind = "table", part) {
	const schema = rangeVar?.relpersistence === "t" ? "pg_temp" : rangeVar?.schemaname ?? context.schema;
	return lookup(context.catalog, {
		kind,
		name: rangeVar?.relname ?? "",
		...schema === void 0 ? {} : { schema },
		...part === void 0 ? {} : { part }
	});
}
/** The object that a qualified name means: `[schema,] name`. */
function named(kind, names, context, part) {
	const schema = names.length > 1 ? names.at(-2) : void 0;
	return lookup(context.catalog, {
		kind,
		name: names.at(-1) ?? "",
		...schema === void 0 ? {} : { schema },
		...part === void 0 ? {} : { part }
	});
}
function locks(object, mode) {
	return {
		kind: "locks",
		object,
		mode
	};
}
/**
* The functions of pg_catalog on PostgreSQL 14, 15, 16, 17, 18, as their own catalogs list them; written by
* scripts/builtin-functions.mjs. What the volatile ones do is said in server-functions.data.ts.
*/
const words = (text) => text.split(/\s+/).filter((word) => word !== "");
/** Those of which every overload is stable or immutable on every major, and constructs of the grammar. */
const steady = words(`
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
const volatileFunctions = new Set(words(`
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
const group = (how, names) => names.split(/\s+/).filter((name) => name !== "").map((name) => ({
	name,
	how
}));
/** Built-in and extension functions that reach beyond the rows of the database. */
const serverFunctions = [
	...group("file", `pg_read_file pg_read_binary_file pg_ls_* pg_stat_file lo_import lo_export
    pg_file_* pg_current_logfile pg_hba_file_rules pg_ident_file_mappings pg_show_all_file_settings`),
	...group("network", `dblink dblink_* aws_s3.* aws_lambda.* net.* http_* http http_get http_post
    run_command_on_*`),
	...group("configuration", `set_config pg_reload_conf pg_rotate_logfile pg_import_system_collations
    cron.* partman.* pg_nextoid pg_stop_making_pinned_objects binary_upgrade_*
    pg_extension_config_dump`),
	...group("session", `pg_terminate_backend pg_cancel_backend pg_notify pg_sleep* pg_advisory_*
    pg_try_advisory_* pg_export_snapshot pg_log_backend_memory_contexts pg_stat_reset*
    pg_stat_statements_reset pg_stat_clear_* pg_clear_* pg_restore_*`),
	...group("replication", `pg_promote pg_wal_replay_* pg_switch_wal pg_create_restore_point
    pg_backup_* pg_start_backup pg_stop_backup pg_create_*_slot pg_drop_replication_slot
    pg_create_physical_replication_slot pg_create_logical_replication_slot
    pg_copy_physical_replication_slot pg_copy_logical_replication_slot
    pg_replication_slot_advance pg_logical_slot_* pg_logical_emit_message
    pg_replication_origin_* pg_sync_replication_slots`)
];
const names = (text) => new Set(text.split(/\s+/).filter((name) => name !== ""));
/** Functions that execute SQL text handed to them. */
const textExecutors = names(`query_to_xml query_to_xmlschema query_to_xml_and_xmlschema
  cursor_to_xml cursor_to_xmlschema ts_stat ts_rewrite crosstab crosstab2
  crosstab3 crosstab4 crosstabn connectby xpath_table dblink dblink_exec dblink_send_query
  dblink_open cron.schedule`);
/** Functions that make one document of a whole table, schema or database. */
const exporters = names(`table_to_xml table_to_xml_and_xmlschema schema_to_xml
  schema_to_xml_and_xmlschema database_to_xml database_to_xml_and_xmlschema`);
/** Built-in functions with side effects inside the database that are not known to be harmless. */
const sideEffects = names(`setval lo_create lo_creat lo_open lo_close lo_put lo_from_bytea
  lo_truncate lo_truncate64 lowrite loread lo_get brin_summarize_new_values
  brin_summarize_range brin_desummarize_range gin_clean_pending_list heap_force_kill
  heap_force_freeze pg_truncate_visibility_map pg_buffercache_evict
  pg_buffercache_evict_relation pg_buffercache_evict_all
  pg_log_standby_snapshot pg_set_relation_stats pg_set_attribute_stats`);
/**
* Volatile built-in functions that change nothing but what they return. One that a newer major brings
* is not known to be harmless until it stands here.
*/
const harmlessVolatile = names(`random random_normal setseed gen_random_uuid uuidv4 uuidv7
  clock_timestamp timeofday currval lastval nextval timezone array_sample array_shuffle
  current_query txid_status pg_xact_status pg_is_in_recovery pg_is_in_backup pg_is_wal_replay_paused
  pg_jit_available pg_partition_ancestors pg_partition_tree pg_blocking_pids
  pg_safe_snapshot_blocking_pids pg_isolation_test_session_is_blocked pg_lock_status
  pg_notification_queue_usage pg_prepared_xact pg_prepared_statement pg_cursor
  pg_database_size pg_indexes_size pg_relation_size pg_table_size pg_tablespace_size
  pg_total_relation_size pg_sequence_last_value pg_get_sequence_data pg_timezone_abbrevs
  pg_timezone_abbrevs_abbrevs pg_timezone_abbrevs_zone pg_timezone_names
  pg_last_committed_xact pg_xact_commit_timestamp pg_xact_commit_timestamp_origin
  pg_current_wal_lsn pg_current_wal_flush_lsn pg_current_wal_insert_lsn pg_last_wal_receive_lsn
  pg_last_wal_replay_lsn pg_last_xact_replay_timestamp pg_collation_actual_version
  pg_database_collation_actual_version pg_control_checkpoint pg_control_init pg_control_recovery
  pg_control_system pg_get_multixact_members pg_get_wait_events bernoulli system amvalidate
  suppress_redundant_updates_trigger tsvector_update_trigger tsvector_update_trigger_column
  txid_current_if_assigned unique_key_recheck`);
/** What calling a function does, as far as anybody knows; nothing when it is known to be harmless. */
function callsOf(call, context) {
	const names = namesOf(call.funcname);
	const written = names.join(".");
	const created = context.functions.get(written);
	if (created !== void 0) return createdFunction(written, created, context);
	const bare = names[0] === "pg_catalog" ? names.slice(1).join(".") : written;
	const special = specialCall(bare, call, context);
	if (special.length > 0) return special;
	if (builtinFunctions.has(bare) && isHarmless(bare)) return [];
	if (builtinFunctions.has(bare) && textExecutors.has(bare)) return [];
	return [{
		kind: "calls",
		name: written,
		known: false
	}, ...sameName(names, context)];
}
/** The function may be one of this change, written with or without its schema: what that does counts, too. */
function sameName(names, context) {
	const name = names.at(-1) ?? "";
	return [...context.functions].flatMap(([created, bodies]) => created.split(".").at(-1) === name ? createdFunction(created, bodies, context) : []);
}
function createdFunction(name, bodies, context) {
	if (context.expanding.includes(name)) return [];
	const inner = {
		...context,
		expanding: [...context.expanding, name]
	};
	return [{
		kind: "calls",
		name,
		known: true
	}, ...inner.run(bodies, inner)];
}
/** What only returns something: stable and immutable functions, and the volatile ones that are listed. */
function isHarmless(name) {
	return !volatileFunctions.has(name) || harmlessVolatile.has(name) || name.startsWith("pg_stat_get_");
}
function specialCall(name, call, context) {
	const bare = name.split(".").at(-1) ?? name;
	if (bare === "set_config") return [settingCall(call, context)];
	const drafts = [];
	const server = serverFunctions.find((entry) => matches(entry.name, name));
	if (server !== void 0) drafts.push({
		kind: "accesses-server",
		how: server.how,
		detail: `${name}()`
	});
	if (textExecutors.has(bare)) drafts.push(...textCall(call, context));
	if (exporters.has(name)) drafts.push({
		kind: "exports",
		detail: `${name}()`
	});
	if (name === "lo_unlink") drafts.push(unlinked(call));
	if (sideEffects.has(name)) drafts.push({
		kind: "calls",
		name,
		known: false
	});
	return drafts;
}
/** What the text does that the function runs, where constants make it; else that nobody knows. */
function textCall(call, context) {
	const texts = executedBy({ FuncCall: call });
	const known = texts.map((text) => context.texts?.get(text));
	if (context.shadowed || texts.length === 0 || known.includes(void 0)) return [{
		kind: "executes-dynamic",
		text: texts[0] ?? argumentText(call)
	}];
	return known.flatMap((parts) => dynamically(parts ?? [], context));
}
function dynamically(parts, context) {
	const body = {
		kind: "read",
		language: "sql",
		parts
	};
	return context.run([body], context).map((draft) => ({
		...draft,
		via: "dynamic"
	}));
}
function unlinked(call) {
	return {
		kind: "drops",
		object: {
			kind: "large-object",
			name: constantText(call.args?.[0]) ?? "of a computed number",
			createdHere: false
		},
		cascade: false
	};
}
function matches(pattern, name) {
	return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
function argumentText(call) {
	return constantText(call.args?.[0]) ?? "an argument that is computed";
}
function settingCall(call, context) {
	const [name, value] = (call.args ?? []).map((argument) => context.shadowed ? constantText(argument) : foldText(argument));
	return {
		kind: "sets",
		setting: (name ?? "all").toLowerCase(),
		scope: "session",
		...value === void 0 ? {} : { value }
	};
}
/** `a OPERATOR(other.=) b` runs whatever function stands behind it. */
function operatorCalls(expression) {
	const names = namesOf(expression.name);
	if (names.length < 2 || names[0] === "pg_catalog") return [];
	return [{
		kind: "calls",
		name: `operator ${names.join(".")}`,
		known: false
	}];
}
/** The grammar's object types in the domain's words. */
const kinds$1 = {
	OBJECT_ACCESS_METHOD: "access-method",
	OBJECT_AGGREGATE: "aggregate",
	OBJECT_AMOP: "operator",
	OBJECT_AMPROC: "operator",
	OBJECT_ATTRIBUTE: "type",
	OBJECT_CAST: "cast",
	OBJECT_COLUMN: "column",
	OBJECT_COLLATION: "collation",
	OBJECT_CONVERSION: "conversion",
	OBJECT_DATABASE: "database",
	OBJECT_DEFAULT: "column",
	OBJECT_DEFACL: "default-privileges",
	OBJECT_DOMAIN: "domain",
	OBJECT_DOMCONSTRAINT: "domain",
	OBJECT_EVENT_TRIGGER: "event-trigger",
	OBJECT_EXTENSION: "extension",
	OBJECT_FDW: "foreign-data-wrapper",
	OBJECT_FOREIGN_SERVER: "foreign-server",
	OBJECT_FOREIGN_TABLE: "foreign-table",
	OBJECT_FUNCTION: "function",
	OBJECT_INDEX: "index",
	OBJECT_LANGUAGE: "language",
	OBJECT_LARGEOBJECT: "large-object",
	OBJECT_MATVIEW: "materialized-view",
	OBJECT_OPCLASS: "operator",
	OBJECT_OPERATOR: "operator",
	OBJECT_OPFAMILY: "operator",
	OBJECT_PARAMETER_ACL: "other",
	OBJECT_POLICY: "policy",
	OBJECT_PROCEDURE: "procedure",
	OBJECT_PUBLICATION: "publication",
	OBJECT_PUBLICATION_NAMESPACE: "publication",
	OBJECT_PUBLICATION_REL: "publication",
	OBJECT_ROLE: "role",
	OBJECT_ROUTINE: "function",
	OBJECT_RULE: "rule",
	OBJECT_SCHEMA: "schema",
	OBJECT_SEQUENCE: "sequence",
	OBJECT_SUBSCRIPTION: "subscription",
	OBJECT_STATISTIC_EXT: "statistics",
	OBJECT_TABCONSTRAINT: "constraint",
	OBJECT_TABLE: "table",
	OBJECT_TABLESPACE: "tablespace",
	OBJECT_TRANSFORM: "other",
	OBJECT_TRIGGER: "trigger",
	OBJECT_TSCONFIGURATION: "text-search",
	OBJECT_TSDICTIONARY: "text-search",
	OBJECT_TSPARSER: "text-search",
	OBJECT_TSTEMPLATE: "text-search",
	OBJECT_TYPE: "type",
	OBJECT_USER_MAPPING: "user-mapping",
	OBJECT_VIEW: "view"
};
function kindOf(type) {
	return type === void 0 ? "other" : kinds$1[type];
}
/** The object that a node of a DROP, RENAME, OWNER, SET SCHEMA or GRANT list names. */
function objectOf(kind, node, context) {
	const names = nameParts(node);
	if (kind === "trigger" || kind === "rule" || kind === "policy") return named(kind, names.slice(0, -1), context, names.at(-1));
	return named(kind, names, context);
}
function nameParts(node) {
	const routine = nodeAs(node, "ObjectWithArgs");
	if (routine !== void 0) return namesOf(routine.objname);
	const type = nodeAs(node, "TypeName");
	if (type !== void 0) return namesOf(type.names);
	const table = nodeAs(node, "RangeVar");
	if (table !== void 0) return [table.schemaname, table.relname].filter((name) => name !== void 0);
	const name = nodeAs(node, "String");
	if (name !== void 0) return [name.sval ?? ""];
	return (nodeAs(node, "List")?.items ?? []).flatMap((item) => nameParts(item));
}
const privilege = {
	GrantStmt: deriver("GrantStmt", grantsOf),
	GrantRoleStmt: deriver("GrantRoleStmt", (statement) => {
		const privileges = nodesAs(statement.granted_roles, "AccessPriv").map((role) => role.priv_name ?? "");
		const roles = roleNames(statement.grantee_roles);
		if (statement.is_grant !== true) return [{
			kind: "revokes",
			privileges,
			from: roles
		}];
		return [{
			kind: "grants",
			privileges,
			to: roles,
			withGrantOption: (statement.opt ?? []).length > 0
		}];
	}),
	AlterDefaultPrivilegesStmt: deriver("AlterDefaultPrivilegesStmt", (statement, context) => {
		const object = named("default-privileges", [""], context);
		return privilegesOf(statement.action).map((draft) => ({
			...draft,
			object
		}));
	})
};
function grantsOf(statement, context) {
	const drafts = privilegesOf(statement);
	const objects = statement.objects ?? [];
	if (statement.targtype !== "ACL_TARGET_OBJECT" || objects.length === 0) return drafts;
	const kind = kindOf(statement.objtype);
	return objects.flatMap((node) => drafts.map((draft) => ({
		...draft,
		object: objectOf(kind, node, context)
	})));
}
function privilegesOf(statement) {
	const listed = nodesAs(statement?.privileges, "AccessPriv").map((item) => item.priv_name ?? "all");
	const privileges = listed.length === 0 ? ["all"] : listed;
	const roles = roleNames(statement?.grantees);
	if (statement?.is_grant !== true) return [{
		kind: "revokes",
		privileges,
		from: roles
	}];
	return [{
		kind: "grants",
		privileges,
		to: roles,
		withGrantOption: statement.grant_option === true
	}];
}
function roleNames(nodes) {
	return nodesAs(nodes, "RoleSpec").map(roleName);
}
/** `public` for PUBLIC; the word for CURRENT_USER and its like. */
function roleName(role) {
	if (role?.rolename !== void 0) return role.rolename;
	return (role?.roletype ?? "ROLESPEC_CURRENT_USER").replace("ROLESPEC_", "").toLowerCase();
}
/** Options such as SUPERUSER in a CREATE or ALTER ROLE, as `superuser` or `superuser off`. */
function roleOptions(options) {
	return nodesAs(options, "DefElem").map((option) => {
		const name = option.defname ?? "";
		return constantText(option.arg) === "false" ? `${name} off` : name;
	});
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
function mayBeVolatile(node) {
	return someNode(node, (inner) => {
		const name = namesOf(nodeAs(inner, "FuncCall")?.funcname).at(-1);
		return name !== void 0 && (volatileFunctions.has(name) || !builtinFunctions.has(name));
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
			lexpr: plain(rexpr),
			rexpr: lexpr
		};
	}
	return {
		...expression,
		lexpr: plain(lexpr),
		rexpr: plain(rexpr)
	};
}
/** Without `+ 0`, `- 0`, `* 1` and `|| ''`. */
function plain(node) {
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
	return right !== void 0 && neutral[operatorOf(expression)] === right ? plain(left) : node;
}
/** The values of `IN (…)` and `ANY (ARRAY[…])`. */
function listed(expression) {
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
/** A comparison that leaves no value out that people have: `id > 0`, `at < 'infinity'`, the whole range. */
function isOpenBound(expression) {
	const { kind, lexpr, rexpr } = expression;
	if (nodeAs(lexpr, "ColumnRef") === void 0) return false;
	if (kind === "AEXPR_BETWEEN") {
		const [low, high] = nodeAs(rexpr, "List")?.items ?? [];
		return isBelowAll(low, lexpr) && isAboveAll(high);
	}
	return kind === "AEXPR_OP" && isOpenSide(expression);
}
function isOpenSide(expression) {
	const { lexpr, rexpr } = expression;
	switch (operatorOf(expression)) {
		case "<":
		case "<=": return isAboveAll(rexpr);
		case ">": return isBelowAll(rexpr, lexpr, ">");
		case ">=": return isBelowAll(rexpr, lexpr);
		default: return false;
	}
}
function isAboveAll(node) {
	const text = constantText(node);
	if (text === void 0) return false;
	if (isNumber(text)) return Number(text) >= 2147483647;
	return text.toLowerCase() === "infinity" || yearOf(text) >= 2200;
}
/** Keys count from 1, so a key above 0 is any key. */
function isBelowAll(node, column, operator = ">=") {
	const text = constantText(node);
	if (text === void 0) return false;
	if (isNumber(text)) {
		const least = isKeyColumn(column) && operator === ">=" ? 1 : 0;
		return Number(text) <= (isKeyColumn(column) ? least : -2147483648);
	}
	return text.toLowerCase() === "-infinity" || yearOf(text) <= 1900;
}
function isKeyColumn(column) {
	const name = namesOf(nodeAs(column, "ColumnRef")?.fields).at(-1) ?? "";
	return name === "id" || name.endsWith("_id");
}
function isNumber(text) {
	return /^-?\d+(?:\.\d+)?$/.test(text);
}
/** Of a date such as 9999-12-31; not a number for anything else. */
function yearOf(text) {
	return Number(/^(\d{4,6})-\d/.exec(text)?.[1] ?? NaN);
}
/** Whether two of the alternatives meet: everything above one number, and everything below a greater one. */
function coversAll(args, target) {
	const bounds = args.flatMap((arg) => boundOf(arg, target) ?? []);
	return bounds.filter(({ above }) => above).some((low) => bounds.some((high) => !high.above && high.column === low.column && high.value > low.value));
}
function boundOf(node, target) {
	const written = nodeAs(node, "A_Expr");
	if (written === void 0) return void 0;
	const expression = settled(written);
	const operator = operatorOf(expression);
	const text = constantText(expression.rexpr);
	if (expression.lexpr === void 0 || text === void 0 || !isNumber(text)) return void 0;
	if (![
		"<",
		"<=",
		">",
		">="
	].includes(operator)) return void 0;
	return {
		column: shapeOf(expression.lexpr, target),
		above: operator.startsWith(">"),
		value: Number(text)
	};
}
function truthOf(node, target) {
	if (node === void 0) return "depends";
	return constantTruth(node) ?? truthOfLogic(node, target) ?? truthOfValue(node, target);
}
function truthOfLogic(node, target) {
	return truthAs(node, "BoolExpr", (bool) => truthOfBool(bool, target)) ?? truthAs(node, "NullTest", truthOfNullTest) ?? truthAs(node, "BooleanTest", (test) => truthOfBooleanTest(test, target)) ?? truthAs(node, "CaseExpr", (choice) => truthOfCase(choice, target));
}
function truthOfValue(node, target) {
	return truthAs(node, "SubLink", (link) => truthOfSubLink(link, target)) ?? truthAs(node, "CoalesceExpr", ({ args }) => onlyTrue(truthOf(args?.at(-1), target))) ?? truthAs(node, "A_Expr", (expression) => truthOfExpression(expression, target)) ?? truthAs(node, "FuncCall", truthOfCall) ?? "depends";
}
function truthAs(node, tag, truth) {
	const found = nodeAs(node, tag);
	return found === void 0 ? void 0 : truth(found);
}
function onlyTrue(truth) {
	return truth === "true" ? truth : "depends";
}
/** What PostgreSQL reads as false; everything else is taken as true. */
const falsehoods = /^\s*(?:f|fa|fal|fals|false|n|no|of|off|0+)\s*$/i;
function constantTruth(node) {
	const text = constantText(node);
	if (text !== void 0) return falsehoods.test(text) ? "false" : "true";
	return nodeAs(node, "A_Const")?.isnull === true ? "false" : void 0;
}
function truthOfBool(bool, target) {
	const args = bool.args ?? [];
	if (bool.boolop === "NOT_EXPR") return truthOfNegation(args[0], target);
	const truths = args.map((arg) => truthOf(arg, target));
	const deciding = bool.boolop === "AND_EXPR" ? "false" : "true";
	if (truths.includes(deciding)) return deciding;
	if (bool.boolop === "OR_EXPR" && coversEverything(args, target)) return "true";
	if (truths.includes("depends")) return "depends";
	return deciding === "true" ? "false" : "true";
}
/** `a OR NOT a`, `a IS NULL OR a IS NOT NULL`, `a = 1 OR a <> 1`, `a > 1 OR a < 5`. */
function coversEverything(args, target) {
	const shapes = args.map((arg) => shapeOf(arg, target.name));
	return args.flatMap((arg) => {
		const other = negated(arg);
		return other === void 0 ? [] : [shapeOf(other, target.name)];
	}).some((shape) => shapes.includes(shape)) || coversAll(args, target.name);
}
function truthOfNegation(node, target) {
	const other = node === void 0 ? void 0 : negated(node);
	if (other !== void 0) return truthOf(other, target);
	const truth = node === void 0 ? "depends" : constantTruth(node) ?? truthOf(node, target);
	if (truth === "depends") return truth;
	if (truth === "false") return "true";
	return node !== void 0 && constantTruth(node) === "true" ? "false" : "depends";
}
/** A column is usually NOT NULL: deleting where it is not null deletes everything. */
function truthOfNullTest(test) {
	if (test.nulltesttype !== "IS_NOT_NULL") return "depends";
	return hasTag(test.arg ?? {}, "ColumnRef") || constantText(test.arg) !== void 0 ? "true" : "depends";
}
function truthOfBooleanTest(test, target) {
	if (test.booltesttype === "IS_TRUE" || test.booltesttype === "IS_NOT_FALSE") return onlyTrue(truthOf(test.arg, target));
	if (test.booltesttype === "IS_FALSE" || test.booltesttype === "IS_NOT_TRUE") return onlyTrue(truthOfNegation(test.arg, target));
	return "depends";
}
/** A sub-select that names no column of the target, and every key of the same table. */
function truthOfSubLink(link, target) {
	const select = nodeAs(link.subselect, "SelectStmt");
	if (select === void 0) return "depends";
	const value = nodeAs(select.targetList?.[0], "ResTarget")?.val;
	switch (link.subLinkType) {
		case "EXISTS_SUBLINK": return truthOfExists(select, target);
		case "ANY_SUBLINK": return isSameColumn(link.testexpr, value, target) && isWholeTable(select, target) ? "true" : "depends";
		case "EXPR_SUBLINK": return constantTruth(value) ?? "depends";
		default: return "depends";
	}
}
function truthOfExists({ whereClause }, target) {
	if (truthOf(whereClause, target) === "false") return "false";
	return someNode(whereClause, (node) => hasTag(node, "ColumnRef")) ? "depends" : "true";
}
function isSameColumn(left, right, target) {
	if (left === void 0 || right === void 0 || !hasTag(left, "ColumnRef")) return false;
	return shapeOf(left, target.name) === shapeOf(right, target.relation);
}
function isWholeTable(select, { relation }) {
	const { fromClause, whereClause, limitCount, limitOffset, havingClause } = select;
	const limits = [
		whereClause,
		limitCount,
		limitOffset,
		havingClause
	];
	const [table, ...others] = fromClause ?? [];
	return limits.every((limit) => limit === void 0) && others.length === 0 && nodeAs(table, "RangeVar")?.relname === relation;
}
function truthOfCase(choice, target) {
	const truths = [...(choice.args ?? []).map((arm) => nodeAs(arm, "CaseWhen")?.result), choice.defresult].map((arm) => arm === void 0 ? "false" : truthOf(arm, target));
	const [first] = truths;
	return first !== void 0 && truths.every((truth) => truth === first) ? first : "depends";
}
function truthOfExpression(written, target) {
	const expression = settled(written);
	const { lexpr, rexpr } = expression;
	if (lexpr === void 0 || rexpr === void 0) return "depends";
	if (isAlwaysTrue(expression, rexpr) || isOpenBound(expression)) return "true";
	if (isVolatile(lexpr) || isVolatile(rexpr)) return "depends";
	const left = shapeOf(lexpr, target.name);
	if (operatorOf(expression) === "=" && holds(listed(expression), left, target)) return "true";
	return compare$1(expression, {
		same: left === shapeOf(rexpr, target.name),
		systemColumn: isSystemColumn(lexpr)
	});
}
function compare$1(expression, sides) {
	if (expression.kind === "AEXPR_NOT_DISTINCT") return sides.same ? "true" : "depends";
	if (expression.kind !== "AEXPR_OP") return "depends";
	if (sides.same) return equalSides(operatorOf(expression));
	return sides.systemColumn ? "true" : compareConstants(expression);
}
function holds(items, shape, target) {
	return items.some((item) => shapeOf(item, target.name) === shape);
}
/** Every row of a table has the same one. */
function isSystemColumn(node) {
	return namesOf(nodeAs(node, "ColumnRef")?.fields).at(-1) === "tableoid";
}
/** `LIKE '%'`, `IS DISTINCT FROM NULL` and patterns that everything matches. */
function isAlwaysTrue(expression, right) {
	switch (expression.kind) {
		case "AEXPR_LIKE":
		case "AEXPR_ILIKE": return !operatorOf(expression).startsWith("!") && isAnyText(constantText(right));
		case "AEXPR_SIMILAR": return operatorOf(expression) === "~" && isAnyText(similarPattern(right));
		case "AEXPR_DISTINCT": return nodeAs(right, "A_Const")?.isnull === true;
		case "AEXPR_OP": return isMatchAll(expression);
		default: return false;
	}
}
function isAnyText(pattern) {
	return pattern !== void 0 && /^%+$/.test(pattern);
}
function similarPattern(node) {
	return constantText(nodeAs(node, "FuncCall")?.args?.[0]);
}
/** Patterns that every string matches. */
const anyPattern = [
	"",
	".*",
	"^",
	"$",
	".",
	"^.*$",
	".+"
];
const nonNegative = [
	"length",
	"char_length",
	"octet_length",
	"bit_length",
	"abs",
	"random"
];
/** Every string matches an empty pattern, `.*` and `^`; a length is never below zero. */
function isMatchAll(expression) {
	const right = constantText(expression.rexpr);
	if (right === void 0) return false;
	switch (operatorOf(expression)) {
		case "~~":
		case "~~*": return isAnyText(right);
		case "~":
		case "~*": return anyPattern.includes(right);
		case ">=": return isNonNegative(expression.lexpr) && Number(right) <= 0;
		case ">": return isNonNegative(expression.lexpr) && Number(right) < 0;
		default: return false;
	}
}
function isNonNegative(node) {
	return nonNegative.includes(namesOf(nodeAs(node, "FuncCall")?.funcname).at(-1) ?? "");
}
function truthOfCall({ funcname, args }) {
	return namesOf(funcname).at(-1) === "starts_with" && constantText(args?.[1]) === "" ? "true" : "depends";
}
function equalSides(operator) {
	if ([
		"=",
		">=",
		"<="
	].includes(operator)) return "true";
	return [
		"<>",
		"<",
		">"
	].includes(operator) ? "false" : "depends";
}
/** Two constants say the same of every row. Only two plain literals of one type are known to differ. */
function compareConstants(expression) {
	const left = constantText(expression.lexpr);
	const right = constantText(expression.rexpr);
	if (left === void 0 || right === void 0) return "depends";
	const types = [expression.lexpr, expression.rexpr].map(typeOfLiteral);
	return types[0] !== void 0 && types[0] === types[1] && operatorOf(expression) === "=" && left !== right ? "false" : "true";
}
function typeOfLiteral(node) {
	const literal = nodeAs(node, "A_Const");
	if (literal?.ival !== void 0) return "integer";
	return literal?.sval === void 0 ? void 0 : "text";
}
/** CREATE of everything that runs no code and leaves no database. */
const create = {
	CreateStmt: deriver("CreateStmt", (statement, context) => createTable(statement, relation(statement.relation, context), context)),
	CreateSchemaStmt: deriver("CreateSchemaStmt", (statement, context) => [creates(named("schema", [statement.schemaname ?? statement.authrole?.rolename ?? ""], context), { ifNotExists: statement.if_not_exists === true })]),
	IndexStmt: deriver("IndexStmt", (statement, context) => {
		const object = relation(statement.relation, context);
		const concurrently = statement.concurrent === true;
		const index = statement.idxname ?? "";
		const { schema } = object;
		const name = {
			kind: "index",
			name: index
		};
		const certain = index !== "" && (object.createdHere || schema !== void 0);
		return [
			creates({
				...name,
				...schema === void 0 ? {} : { schema },
				createdHere: certain
			}, { ifNotExists: statement.if_not_exists === true || !certain }),
			{
				kind: "builds-index",
				object,
				index,
				concurrently,
				unique: statement.unique === true
			},
			locks(object, concurrently ? "SHARE UPDATE EXCLUSIVE" : "SHARE")
		];
	}),
	ViewStmt: deriver("ViewStmt", (statement, context) => [creates(relation(statement.view, context, "view"), { replaces: statement.replace === true })]),
	CreateTableAsStmt: deriver("CreateTableAsStmt", (statement, context) => [creates(relation(statement.into?.rel, context, kindOf(statement.objtype)), { ifNotExists: statement.if_not_exists === true })]),
	CreateSeqStmt: deriver("CreateSeqStmt", (statement, context) => [creates(relation(statement.sequence, context, "sequence"), { ifNotExists: statement.if_not_exists === true })]),
	CreateEnumStmt: deriver("CreateEnumStmt", (statement, context) => [creates(named("type", namesOf(statement.typeName), context))]),
	CompositeTypeStmt: deriver("CompositeTypeStmt", (statement, context) => [creates(relation(statement.typevar, context, "type"))]),
	CreateRangeStmt: deriver("CreateRangeStmt", (statement, context) => [creates(named("type", namesOf(statement.typeName), context))]),
	CreateDomainStmt: deriver("CreateDomainStmt", (statement, context) => [creates(named("domain", namesOf(statement.domainname), context))]),
	DefineStmt: deriver("DefineStmt", (statement, context) => [creates(named(kindOf(statement.kind), namesOf(statement.defnames), context), {
		replaces: statement.replace === true,
		ifNotExists: statement.if_not_exists === true
	}), ...nodesAs(statement.definition, "DefElem").flatMap((option) => supportCalls(option, context))]),
	CreateStatsStmt: deriver("CreateStatsStmt", (statement, context) => [creates(named("statistics", namesOf(statement.defnames), context), { ifNotExists: statement.if_not_exists === true })]),
	CreatePolicyStmt: deriver("CreatePolicyStmt", (statement, context) => {
		const object = relation(statement.table, context, "policy", statement.policy_name);
		const target = {
			name: statement.table?.relname ?? "",
			relation: statement.table?.relname ?? ""
		};
		const conditions = [statement.qual, statement.with_check];
		const open = statement.permissive !== false && conditions.some((condition) => truthOf(condition, target) === "true");
		return [
			creates(object),
			...open ? [{
				kind: "alters",
				object,
				change: "policy"
			}] : [],
			locks(object, "ACCESS EXCLUSIVE")
		];
	}),
	CreateRoleStmt: deriver("CreateRoleStmt", (statement, context) => {
		const object = named("role", [statement.role ?? ""], context);
		const to = roleOptions(statement.options).join(", ");
		return [creates(object), {
			kind: "alters",
			object,
			change: "role-attributes",
			to
		}];
	}),
	CreateConversionStmt: deriver("CreateConversionStmt", (statement, context) => [creates(named("conversion", namesOf(statement.conversion_name), context))]),
	CommentStmt: deriver("CommentStmt", (statement, context) => [{
		kind: "alters",
		object: objectOf(kindOf(statement.objtype), statement.object, context),
		change: "comment"
	}])
};
/** A table, its indexes come with it; what it refers to is locked. */
function createTable(statement, object, context) {
	const referenced = [...nodesAs(statement.tableElts, "Constraint"), ...nodesAs(statement.tableElts, "ColumnDef").flatMap((column) => nodesAs(column.constraints, "Constraint"))].flatMap((constraint) => constraint.contype === "CONSTR_FOREIGN" ? [relation(constraint.pktable, context)] : []);
	const parentLock = statement.partbound === void 0 ? "SHARE UPDATE EXCLUSIVE" : "ACCESS EXCLUSIVE";
	return [
		creates(object, { ifNotExists: statement.if_not_exists === true }),
		...referenced.map((table) => locks(table, "SHARE ROW EXCLUSIVE")),
		...nodesAs(statement.inhRelations, "RangeVar").map((parent) => locks(relation(parent, context), parentLock))
	];
}
/** Options that name a function which an operator, aggregate or type runs from then on. */
const support = /^(?:function|procedure|m?(?:s|final|inv)func|combinefunc|(?:de)?serialfunc|input|output|receive|send|typmod_in|typmod_out|analyze|subscript)$/;
function supportCalls(option, context) {
	const type = nodeAs(option.arg, "TypeName");
	if (type === void 0 || !support.test(option.defname ?? "")) return [];
	return callsOf({ funcname: type.names ?? [] }, context).map((draft) => ({
		...draft,
		via: "indirect"
	}));
}
/** SELECT … INTO. */
function createInto(into, context) {
	return [creates(relation(into.rel, context))];
}
function creates(object, how = {}) {
	const { replaces = false, ifNotExists = false } = how;
	return {
		kind: "creates",
		object: {
			...object,
			createdHere: !replaces && !ifNotExists
		},
		replaces,
		ifNotExists
	};
}
const settings = {
	VariableSetStmt: deriver("VariableSetStmt", (statement) => [setting(statement, statement.is_local === true ? "transaction" : "session")]),
	VariableShowStmt: deriver("VariableShowStmt", () => []),
	AlterRoleSetStmt: deriver("AlterRoleSetStmt", (statement) => [setting(statement.setstmt, "role")]),
	AlterDatabaseSetStmt: deriver("AlterDatabaseSetStmt", (statement) => [setting(statement.setstmt, "database")]),
	AlterSystemStmt: deriver("AlterSystemStmt", (statement) => [setting(statement.setstmt, "system"), {
		kind: "accesses-server",
		how: "configuration",
		detail: `alter system ${statement.setstmt?.name ?? "reset all"}`
	}]),
	DiscardStmt: deriver("DiscardStmt", () => [{
		kind: "sets",
		setting: "all",
		scope: "session"
	}])
};
/** What a function sets for its own run, by each SET of its definition. */
function functionSettings(options) {
	return nodesAs(options, "DefElem").filter(({ defname }) => defname === "set").map(({ arg }) => setting(nodeAs(arg, "VariableSetStmt"), "function"));
}
/** What a SET, wherever it stands, changes; `all` for RESET ALL. */
function setting(statement, scope) {
	const values = (statement?.args ?? []).map((argument) => constantText(argument) ?? "?");
	if (statement?.kind === "VAR_SET_CURRENT") values.push("its current value");
	return {
		kind: "sets",
		setting: (statement?.name ?? "all").toLowerCase(),
		scope,
		...values.length === 0 ? {} : { value: values.join(", ") }
	};
}
/** ALTER of everything but tables: one `alters` each, and what it locks. */
const alter = {
	RenameStmt: deriver("RenameStmt", (statement, context) => {
		const kind = kindOf(statement.renameType);
		const to = statement.newname ?? "";
		if (statement.relation === void 0) return [{
			kind: "alters",
			object: statement.object === void 0 ? named(kind, [statement.subname ?? ""], context) : objectOf(kind, statement.object, context),
			change: "rename",
			to
		}];
		const object = relation(statement.relation, context, kind, statement.subname);
		return [{
			kind: "alters",
			object,
			change: "rename",
			to
		}, locks(object, "ACCESS EXCLUSIVE")];
	}),
	AlterObjectSchemaStmt: deriver("AlterObjectSchemaStmt", (statement, context) => {
		const kind = kindOf(statement.objectType);
		const to = statement.newschema ?? "";
		const object = statement.relation === void 0 ? objectOf(kind, statement.object, context) : relation(statement.relation, context, kind);
		return [{
			kind: "alters",
			object,
			change: "set-schema",
			to
		}, locks(object, "ACCESS EXCLUSIVE")];
	}),
	AlterOwnerStmt: deriver("AlterOwnerStmt", (statement, context) => {
		const kind = kindOf(statement.objectType);
		return [{
			kind: "alters",
			object: statement.relation === void 0 ? objectOf(kind, statement.object, context) : relation(statement.relation, context, kind),
			change: "owner",
			to: roleName(statement.newowner)
		}];
	}),
	AlterObjectDependsStmt: deriver("AlterObjectDependsStmt", (statement, context) => {
		const kind = kindOf(statement.objectType);
		return [{
			kind: "alters",
			object: statement.relation === void 0 ? objectOf(kind, statement.object, context) : relation(statement.relation, context, kind),
			change: "depends-on-extension"
		}];
	}),
	AlterDomainStmt: deriver("AlterDomainStmt", (statement, context) => {
		const object = named("domain", namesOf(statement.typeName), context);
		const change = {
			T: "column-default",
			N: "drop-not-null",
			O: "set-not-null",
			C: "add-constraint",
			X: "drop-constraint",
			V: "validate-constraint"
		}[statement.subtype ?? ""] ?? "domain";
		return [{
			kind: "alters",
			object,
			change
		}, ...change === "set-not-null" || change === "add-constraint" ? [{
			kind: "scans",
			object
		}] : []];
	}),
	AlterEnumStmt: deriver("AlterEnumStmt", (statement, context) => [{
		kind: "alters",
		object: named("type", namesOf(statement.typeName), context),
		change: statement.oldVal === void 0 ? "add-value" : "rename-value"
	}]),
	AlterSeqStmt: deriver("AlterSeqStmt", (statement, context) => {
		const object = relation(statement.sequence, context, "sequence");
		return [
			{
				kind: "alters",
				object,
				change: optionNamed(statement.options, "restart") !== void 0 ? "restart-sequence" : "sequence"
			},
			...ownerOf(statement.options, object, context),
			locks(object, "SHARE ROW EXCLUSIVE")
		];
	}),
	AlterFunctionStmt: deriver("AlterFunctionStmt", (statement, context) => {
		return [{
			kind: "alters",
			object: named(kindOf(statement.objtype), namesOf(statement.func?.objname), context),
			change: isOptionOn(statement.actions, "security") ? "security-definer" : "function-options"
		}, ...functionSettings(statement.actions)];
	}, () => "skip"),
	AlterTypeStmt: deriver("AlterTypeStmt", (statement, context) => [{
		kind: "alters",
		object: named("type", namesOf(statement.typeName), context),
		change: "type-options"
	}]),
	AlterOperatorStmt: deriver("AlterOperatorStmt", (statement, context) => [{
		kind: "alters",
		object: named("operator", namesOf(statement.opername?.objname), context),
		change: "operator"
	}]),
	AlterOpFamilyStmt: deriver("AlterOpFamilyStmt", (statement, context) => [{
		kind: "alters",
		object: named("operator", namesOf(statement.opfamilyname), context),
		change: "operator-family"
	}]),
	AlterCollationStmt: deriver("AlterCollationStmt", (statement, context) => [{
		kind: "alters",
		object: named("collation", namesOf(statement.collname), context),
		change: "refresh-version"
	}]),
	AlterStatsStmt: deriver("AlterStatsStmt", (statement, context) => [{
		kind: "alters",
		object: named("statistics", namesOf(statement.defnames), context),
		change: "statistics"
	}]),
	AlterTSDictionaryStmt: deriver("AlterTSDictionaryStmt", (statement, context) => [{
		kind: "alters",
		object: named("text-search", namesOf(statement.dictname), context),
		change: "dictionary"
	}]),
	AlterTSConfigurationStmt: deriver("AlterTSConfigurationStmt", (statement, context) => [{
		kind: "alters",
		object: named("text-search", namesOf(statement.cfgname), context),
		change: "configuration"
	}]),
	AlterPolicyStmt: deriver("AlterPolicyStmt", (statement, context) => {
		const object = relation(statement.table, context, "policy", statement.policy_name);
		return [{
			kind: "alters",
			object,
			change: "policy"
		}, locks(object, "ACCESS EXCLUSIVE")];
	}),
	AlterEventTrigStmt: deriver("AlterEventTrigStmt", (statement, context) => [{
		kind: "alters",
		object: named("event-trigger", [statement.trigname ?? ""], context),
		change: statement.tgenabled === "D" || statement.tgenabled === "R" ? "disable-trigger" : "enable-trigger"
	}]),
	AlterRoleStmt: deriver("AlterRoleStmt", (statement, context) => [{
		kind: "alters",
		object: named("role", [roleName(statement.role)], context),
		change: "role-attributes",
		to: roleOptions(statement.options).join(", ")
	}]),
	ReassignOwnedStmt: deriver("ReassignOwnedStmt", (statement, context) => nodesAs(statement.roles, "RoleSpec").map((role) => ({
		kind: "alters",
		object: named("owned-objects", [roleName(role)], context),
		change: "owner",
		to: roleName(statement.newrole)
	}))),
	SecLabelStmt: deriver("SecLabelStmt", (statement, context) => [{
		kind: "alters",
		object: objectOf(kindOf(statement.objtype), statement.object, context),
		change: "security-label"
	}]),
	AlterPublicationStmt: deriver("AlterPublicationStmt", (statement, context) => [{
		kind: "alters",
		object: named("publication", [statement.pubname ?? ""], context),
		change: "publication"
	}, {
		kind: "accesses-server",
		how: "replication",
		detail: "alter publication"
	}])
};
/** A sequence that was there before goes with the table that owns it now. */
function ownerOf(options, sequence, context) {
	const names = namesOf(nodeAs(optionNamed(options, "owned_by")?.arg, "List")?.items);
	if (names.length < 2 || sequence.createdHere) return [];
	return [{
		kind: "alters",
		object: named("table", names.slice(0, -1), context),
		change: "owns-sequence"
	}];
}
const ax = "ACCESS EXCLUSIVE";
const srx = "SHARE ROW EXCLUSIVE";
const sue = "SHARE UPDATE EXCLUSIVE";
/**
* What each ALTER TABLE subcommand changes and takes, measured on PostgreSQL 14 to 18. Constraints,
* new columns and new types depend on their definition: alter-table.ts looks closer at those.
* Subcommands that only PostgreSQL itself makes are listed because the grammar's type has them.
*/
const subcommands = {
	AT_AddColumn: {
		change: "add-column",
		lock: ax
	},
	AT_AddColumnToView: {
		change: "add-column",
		lock: ax
	},
	AT_ColumnDefault: {
		change: "column-default",
		lock: ax
	},
	AT_CookedColumnDefault: {
		change: "column-default",
		lock: ax
	},
	AT_DropNotNull: {
		change: "drop-not-null",
		lock: ax
	},
	AT_SetNotNull: {
		change: "set-not-null",
		lock: ax,
		scans: true
	},
	AT_SetExpression: {
		change: "set-expression",
		lock: ax,
		rewrites: true
	},
	AT_DropExpression: {
		change: "drop-expression",
		lock: ax
	},
	AT_SetStatistics: {
		change: "statistics",
		lock: sue
	},
	AT_SetOptions: {
		change: "column-options",
		lock: sue
	},
	AT_ResetOptions: {
		change: "column-options",
		lock: sue
	},
	AT_SetStorage: {
		change: "storage",
		lock: ax
	},
	AT_SetCompression: {
		change: "compression",
		lock: ax
	},
	AT_DropColumn: {
		change: "drop-column",
		lock: ax
	},
	AT_AddIndex: {
		change: "add-index",
		lock: ax,
		scans: true
	},
	AT_ReAddIndex: {
		change: "add-index",
		lock: ax,
		scans: true
	},
	AT_AddConstraint: {
		change: "add-constraint",
		lock: ax
	},
	AT_ReAddConstraint: {
		change: "add-constraint",
		lock: ax,
		scans: true
	},
	AT_ReAddDomainConstraint: {
		change: "add-constraint",
		lock: ax,
		scans: true
	},
	AT_AlterConstraint: {
		change: "alter-constraint",
		lock: ax
	},
	AT_ValidateConstraint: {
		change: "validate-constraint",
		lock: sue,
		scans: true
	},
	AT_AddIndexConstraint: {
		change: "add-constraint",
		lock: ax
	},
	AT_DropConstraint: {
		change: "drop-constraint",
		lock: ax
	},
	AT_ReAddComment: {
		change: "comment",
		lock: sue
	},
	AT_AlterColumnType: {
		change: "column-type",
		lock: ax,
		rewrites: true
	},
	AT_AlterColumnGenericOptions: {
		change: "column-options",
		lock: ax
	},
	AT_ChangeOwner: {
		change: "owner",
		lock: ax
	},
	AT_ClusterOn: {
		change: "cluster-on",
		lock: sue
	},
	AT_DropCluster: {
		change: "cluster-on",
		lock: sue
	},
	AT_SetLogged: {
		change: "set-logged",
		lock: ax,
		rewrites: true
	},
	AT_SetUnLogged: {
		change: "set-unlogged",
		lock: ax,
		rewrites: true
	},
	AT_DropOids: {
		change: "drop-oids",
		lock: ax
	},
	AT_SetAccessMethod: {
		change: "access-method",
		lock: ax,
		rewrites: true
	},
	AT_SetTableSpace: {
		change: "tablespace",
		lock: ax,
		rewrites: true
	},
	AT_SetRelOptions: {
		change: "options",
		lock: sue
	},
	AT_ResetRelOptions: {
		change: "options",
		lock: sue
	},
	AT_ReplaceRelOptions: {
		change: "options",
		lock: ax
	},
	AT_EnableTrig: {
		change: "enable-trigger",
		lock: srx
	},
	AT_EnableAlwaysTrig: {
		change: "enable-trigger",
		lock: srx
	},
	AT_EnableReplicaTrig: {
		change: "disable-trigger",
		lock: srx
	},
	AT_DisableTrig: {
		change: "disable-trigger",
		lock: srx
	},
	AT_EnableTrigAll: {
		change: "enable-trigger",
		lock: srx
	},
	AT_DisableTrigAll: {
		change: "disable-trigger",
		lock: srx
	},
	AT_EnableTrigUser: {
		change: "enable-trigger",
		lock: srx
	},
	AT_DisableTrigUser: {
		change: "disable-trigger",
		lock: srx
	},
	AT_EnableRule: {
		change: "enable-rule",
		lock: ax
	},
	AT_EnableAlwaysRule: {
		change: "enable-rule",
		lock: ax
	},
	AT_EnableReplicaRule: {
		change: "disable-rule",
		lock: ax
	},
	AT_DisableRule: {
		change: "disable-rule",
		lock: ax
	},
	AT_AddInherit: {
		change: "inherit",
		lock: ax
	},
	AT_DropInherit: {
		change: "no-inherit",
		lock: ax
	},
	AT_AddOf: {
		change: "of-type",
		lock: ax
	},
	AT_DropOf: {
		change: "of-type",
		lock: ax
	},
	AT_ReplicaIdentity: {
		change: "replica-identity",
		lock: ax
	},
	AT_EnableRowSecurity: {
		change: "enable-row-security",
		lock: ax
	},
	AT_DisableRowSecurity: {
		change: "disable-row-security",
		lock: ax
	},
	AT_ForceRowSecurity: {
		change: "force-row-security",
		lock: ax
	},
	AT_NoForceRowSecurity: {
		change: "no-force-row-security",
		lock: ax
	},
	AT_GenericOptions: {
		change: "foreign-options",
		lock: ax
	},
	AT_AttachPartition: {
		change: "attach-partition",
		lock: sue
	},
	AT_DetachPartition: {
		change: "detach-partition",
		lock: ax
	},
	AT_DetachPartitionFinalize: {
		change: "detach-partition",
		lock: sue
	},
	AT_AddIdentity: {
		change: "add-identity",
		lock: ax
	},
	AT_SetIdentity: {
		change: "set-identity",
		lock: ax
	},
	AT_DropIdentity: {
		change: "drop-identity",
		lock: ax
	},
	AT_ReAddStatistics: {
		change: "statistics",
		lock: sue
	}
};
const alterTable = { AlterTableStmt: deriver("AlterTableStmt", (statement, context) => {
	const table = relation(statement.relation, context, kindOf(statement.objtype));
	return nodesAs(statement.cmds, "AlterTableCmd").flatMap((command) => subcommandEffects(command, table, context));
}) };
function subcommandEffects(command, table, context) {
	const facts = subcommands[command.subtype ?? "AT_AddColumn"];
	const part = partOf(command, table);
	if (command.subtype === "AT_DropColumn") {
		const cascade = command.behavior === "DROP_CASCADE";
		return [{
			kind: "drops",
			object: {
				...part,
				kind: "column"
			},
			cascade
		}, locks(table, facts.lock)];
	}
	return [
		{
			kind: "alters",
			object: part,
			change: facts.change,
			...command.newowner === void 0 ? {} : { to: roleName(command.newowner) }
		},
		...costs(table, facts),
		...consequences(command, table, context)
	];
}
function partOf(command, table) {
	const part = partName(command);
	if (part === void 0) return table;
	const { change } = subcommands[command.subtype ?? "AT_AddColumn"];
	if (change.includes("constraint")) return {
		...table,
		kind: "constraint",
		part
	};
	if (change.endsWith("trigger")) return {
		...table,
		kind: "trigger",
		part
	};
	return {
		...table,
		kind: change.endsWith("rule") ? "rule" : "column",
		part
	};
}
function partName(command) {
	if (command.subtype === "AT_ChangeOwner" || command.subtype === "AT_ClusterOn") return void 0;
	const column = nodeAs(command.def, "ColumnDef")?.colname;
	return command.name ?? column ?? nodeAs(command.def, "Constraint")?.conname;
}
function costs(table, facts) {
	return [
		locks(table, facts.lock),
		...facts.rewrites === true ? [{
			kind: "rewrites",
			object: table
		}] : [],
		...facts.scans === true ? [{
			kind: "scans",
			object: table
		}] : []
	];
}
function consequences(command, table, context) {
	switch (command.subtype) {
		case "AT_AddColumn": return newColumn(command, table, context);
		case "AT_AddConstraint": {
			const constraint = nodeAs(command.def, "Constraint");
			return constraint === void 0 ? [] : newConstraint(constraint, table, context);
		}
		case "AT_DropConstraint": return command.behavior === "DROP_CASCADE" ? [{
			kind: "drops",
			object: partOf(command, table),
			cascade: true
		}] : [];
		case "AT_AttachPartition":
		case "AT_DetachPartition": return partition(command, context);
		case "AT_AddInherit": {
			const object = relation(nodeAs(command.def, "RangeVar"), context);
			return [{
				kind: "alters",
				object,
				change: "inherited-by"
			}, locks(object, "SHARE UPDATE EXCLUSIVE")];
		}
		default: return [];
	}
}
/** Column types whose default is a sequence; they rewrite the table. */
const serials = /* @__PURE__ */ new Set([
	"serial",
	"serial2",
	"serial4",
	"serial8",
	"smallserial",
	"bigserial"
]);
function newColumn(command, table, context) {
	const column = nodeAs(command.def, "ColumnDef");
	const constraints = nodesAs(column?.constraints, "Constraint");
	return [...serials.has(namesOf(column?.typeName?.names).at(-1) ?? "") || constraints.some(rewritesTable) ? [{
		kind: "rewrites",
		object: table
	}] : [], ...constraints.flatMap((constraint) => newConstraint(constraint, table, context))];
}
function rewritesTable(constraint) {
	if (constraint.contype === "CONSTR_IDENTITY") return true;
	if (constraint.contype === "CONSTR_GENERATED") return constraint.generated_kind !== "v";
	const { contype, raw_expr: value } = constraint;
	return contype === "CONSTR_DEFAULT" && value !== void 0 && mayBeVolatile(value);
}
function newConstraint(constraint, table, context) {
	const unchecked = constraint.skip_validation === true || constraint.is_enforced === false;
	switch (constraint.contype) {
		case "CONSTR_FOREIGN": return foreignKey(constraint, table, context);
		case "CONSTR_CHECK": return unchecked ? [] : [{
			kind: "scans",
			object: table
		}];
		case "CONSTR_PRIMARY":
		case "CONSTR_UNIQUE":
		case "CONSTR_EXCLUSION": return constraint.indexname === void 0 ? [indexBuild(constraint, table)] : [];
		default: return [];
	}
}
function foreignKey(constraint, table, context) {
	const mode = "SHARE ROW EXCLUSIVE";
	const referenced = relation(constraint.pktable, context);
	const scans = constraint.skip_validation === true ? [] : [{
		kind: "scans",
		object: table
	}];
	return [
		...table.createdHere ? [] : [{
			kind: "alters",
			object: referenced,
			change: "referenced-by"
		}],
		locks(referenced, mode),
		...scans
	];
}
function indexBuild(constraint, table) {
	return {
		kind: "builds-index",
		object: table,
		index: constraint.conname ?? "",
		concurrently: false,
		unique: constraint.contype !== "CONSTR_EXCLUSION"
	};
}
function partition(command, context) {
	const object = relation(nodeAs(command.def, "PartitionCmd")?.name, context);
	const attaching = command.subtype === "AT_AttachPartition";
	return [locks(object, "ACCESS EXCLUSIVE"), ...attaching ? [{
		kind: "scans",
		object
	}] : []];
}
/** Statements that carry code or run it. */
const code = {
	DoStmt: deriver("DoStmt", (_statement, context) => context.bodies.length === 0 ? [opaqueBody("DoStmt", "The body of this DO block was not read.")] : context.run(context.bodies, context)),
	CreateFunctionStmt: deriver("CreateFunctionStmt", (statement, context) => {
		const object = named(statement.is_procedure === true ? "procedure" : "function", namesOf(statement.funcname), context);
		return [
			creates(object, { replaces: statement.replace === true }),
			...isOptionOn(statement.options, "security") ? [{
				kind: "alters",
				object,
				change: "security-definer"
			}] : [],
			...functionSettings(statement.options),
			...isFoldable(object.name) ? [{
				kind: "alters",
				object,
				change: "shadows-builtin"
			}] : [],
			...context.bodies.flatMap(opaqueOf)
		];
	}, () => "skip"),
	CallStmt: deriver("CallStmt", (statement, context) => statement.funccall === void 0 ? [] : callsOf(statement.funccall, context)),
	CreateTrigStmt: deriver("CreateTrigStmt", (statement, context) => {
		const object = relation(statement.relation, context, "trigger", statement.trigname);
		return [
			creates(object, { replaces: statement.replace === true }),
			locks(object, "SHARE ROW EXCLUSIVE"),
			...callsOf({ funcname: statement.funcname ?? [] }, context).map(indirectly)
		];
	}),
	CreateEventTrigStmt: deriver("CreateEventTrigStmt", (statement, context) => [
		creates(named("event-trigger", [statement.trigname ?? ""], context)),
		{
			kind: "alters",
			object: named("event-trigger", [statement.trigname ?? ""], context),
			change: "enable-trigger"
		},
		...callsOf({ funcname: statement.funcname ?? [] }, context).map(indirectly)
	]),
	RuleStmt: deriver("RuleStmt", (statement, context) => {
		const object = relation(statement.relation, context, "rule", statement.rulename);
		return [
			creates(object, { replaces: statement.replace === true }),
			{
				kind: "alters",
				object,
				change: statement.instead === true ? "instead-rule" : "rule"
			},
			locks(object, "ACCESS EXCLUSIVE")
		];
	}, () => "indirect"),
	PrepareStmt: deriver("PrepareStmt", () => [], () => "indirect"),
	ExecuteStmt: deriver("ExecuteStmt", (statement, context) => {
		const name = statement.name ?? "";
		const prepared = context.prepared.get(name);
		return prepared === void 0 ? [{
			kind: "calls",
			name: `prepared statement ${name}`,
			known: false
		}] : context.run([prepared], context);
	}),
	DeallocateStmt: deriver("DeallocateStmt", () => []),
	ExplainStmt: deriver("ExplainStmt", () => [], (statement) => isOptionOn(statement.options, "analyze") ? "walk" : "skip"),
	DeclareCursorStmt: deriver("DeclareCursorStmt", () => []),
	FetchStmt: deriver("FetchStmt", () => []),
	ClosePortalStmt: deriver("ClosePortalStmt", () => []),
	ReturnStmt: deriver("ReturnStmt", () => [])
};
function indirectly(draft) {
	return {
		...draft,
		via: "indirect"
	};
}
function opaqueBody(tag, reason) {
	return {
		kind: "unknown",
		tag,
		reason
	};
}
function opaqueOf(body) {
	if (body.kind === "opaque") return [opaqueBody("CreateFunctionStmt", `${body.language}: ${body.reason}`)];
	return body.parts.flatMap((part) => part.kind === "unparsed" ? [{
		kind: "unparsed",
		reason: part.reason
	}] : []);
}
const copy = { CopyStmt: deriver("CopyStmt", (statement, context) => {
	const object = statement.relation === void 0 ? void 0 : relation(statement.relation, context);
	const drafts = [];
	if (statement.filename !== void 0) {
		const how = statement.is_program === true ? "program" : "file";
		drafts.push({
			kind: "accesses-server",
			how,
			detail: `copy ${how}`
		});
	}
	if (statement.is_from === true && object !== void 0) {
		drafts.push({
			kind: "writes",
			verb: "insert",
			object,
			reach: "filtered"
		});
		drafts.push(locks(object, "ROW EXCLUSIVE"));
	}
	if (statement.is_from !== true) drafts.push({
		kind: "exports",
		detail: "copy to",
		...object === void 0 ? {} : { object }
	});
	return drafts;
}) };
/** How far the WHERE clause of an UPDATE or DELETE of this table reaches. */
function reachOf(where, target) {
	if (where === void 0) return "unbounded";
	const truth = truthOf(where, target);
	if (truth !== "depends") return truth === "true" ? "tautology" : "keyed";
	if (isVolatile(where)) return "volatile";
	if (isConstantForRows(where)) return "tautology";
	return isKeyed(where) ? "keyed" : "filtered";
}
/** `UPDATE … FROM` and `DELETE … USING` reach every row unless something links target and source. */
function reachOfJoin(where, target) {
	const reach = reachOf(where, target);
	if (where === void 0 || reach !== "filtered" && reach !== "keyed") return reach;
	return isBound(where, target.name) ? "filtered" : "unbounded";
}
/** Equality of a column with a constant, or a list of at most 100, joined by AND. */
function isKeyed(node) {
	const bool = nodeAs(node, "BoolExpr");
	if (bool?.boolop === "AND_EXPR") return (bool.args ?? []).some(isKeyed);
	if (bool?.boolop === "OR_EXPR") return (bool.args ?? []).every(isKeyed);
	const expression = nodeAs(node, "A_Expr");
	if (expression === void 0 || operatorOf(expression) !== "=") return false;
	return isKeyList(expression) || isKeyEquality(expression);
}
function isKeyList({ kind, lexpr, rexpr }) {
	const items = nodeAs(rexpr, "List")?.items ?? [];
	return kind === "AEXPR_IN" && isColumn(lexpr) && items.length <= 100 && items.every(isKeyConstant);
}
function isKeyEquality({ kind, lexpr, rexpr }) {
	if (kind !== "AEXPR_OP") return false;
	return isColumn(lexpr) && isKeyConstant(rexpr) || isColumn(rexpr) && isKeyConstant(lexpr);
}
function isColumn(node) {
	const fields = nodeAs(node, "ColumnRef")?.fields;
	return fields !== void 0 && !systemColumns.has(namesOf(fields).at(-1) ?? "");
}
/** A boolean selects half of a table, so it is no key. */
function isKeyConstant(node) {
	const text = constantText(node);
	return text !== void 0 && ![
		"true",
		"false",
		"t",
		"f"
	].includes(text.toLowerCase());
}
/** Whether the condition ties the target to a source, or picks its rows by key, whatever else it allows. */
function isBound(node, target) {
	const bool = nodeAs(node, "BoolExpr");
	if (bool?.boolop === "AND_EXPR") return (bool.args ?? []).some((arg) => isBound(arg, target));
	if (bool?.boolop === "OR_EXPR") return (bool.args ?? []).every((arg) => isBound(arg, target));
	if (bool !== void 0) return false;
	return isLink(node, target) || picksTarget(node, target) || isSubSelectOf(node, target);
}
/** An equality of which one side speaks of the target alone, and the other of something else. */
function isLink(node, target) {
	const expression = nodeAs(node, "A_Expr");
	if (expression === void 0 || operatorOf(expression) !== "=") return false;
	const sides = [tablesOf(expression.lexpr), tablesOf(expression.rexpr)];
	if (sides.some((tables) => tables.size === 0)) return false;
	return sides.filter((tables) => tables.has(target) || tables.has("")).length === 1 || sides.every((tables) => tables.has(""));
}
/** `users.id in (select …)`. */
function isSubSelectOf(node, target) {
	const link = nodeAs(node, "SubLink");
	return link?.subLinkType === "ANY_SUBLINK" && tablesOf(link.testexpr).has(target);
}
/** Without qualification nobody can tell whose column it is: `where id = 1`. */
function picksTarget(node, target) {
	return isKeyed(node) && tablesOf(node).has(target);
}
/** The tables whose columns the expression names; the empty name for a column without one. */
function tablesOf(node) {
	const tables = /* @__PURE__ */ new Set();
	someNode(node, (inner) => {
		const names = namesOf(nodeAs(inner, "ColumnRef")?.fields);
		if (hasTag(inner, "ColumnRef")) tables.add(names.at(-2) ?? "");
		return false;
	});
	return tables;
}
const dml = {
	InsertStmt: deriver("InsertStmt", (statement, context) => {
		const object = relation(statement.relation, context);
		const listed = isListed(statement.selectStmt);
		const inserts = writes("insert", object, listed ? "listed" : "filtered");
		if (statement.onConflictClause?.action !== "ONCONFLICT_UPDATE") return inserts;
		return [...inserts, ...writes("update", object, listed ? "keyed" : "filtered")];
	}),
	UpdateStmt: deriver("UpdateStmt", (statement, context) => writes("update", relation(statement.relation, context), reachOfWrite(statement, statement.fromClause))),
	DeleteStmt: deriver("DeleteStmt", (statement, context) => writes("delete", relation(statement.relation, context), reachOfWrite(statement, statement.usingClause))),
	MergeStmt: deriver("MergeStmt", mergeWrites),
	SelectStmt: deriver("SelectStmt", (statement, context) => {
		if ((statement.lockingClause ?? []).length === 0) return [];
		return nodesAs(statement.fromClause, "RangeVar").map((table) => locks(relation(table, context), "ROW SHARE"));
	})
};
function writes(verb, object, reach) {
	return [{
		kind: "writes",
		verb,
		object,
		reach
	}, locks(object, "ROW EXCLUSIVE")];
}
function isListed(source) {
	const select = nodeAs(source, "SelectStmt");
	return select === void 0 || select.fromClause === void 0 && select.op === "SETOP_NONE";
}
function reachOfWrite(statement, sources) {
	const target = targetOf(statement.relation);
	return (sources ?? []).length === 0 ? reachOf(statement.whereClause, target) : reachOfJoin(statement.whereClause, target);
}
function targetOf(table) {
	const relation = table?.relname ?? "";
	return {
		name: table?.alias?.aliasname ?? relation,
		relation
	};
}
function mergeWrites(statement, context) {
	const object = relation(statement.relation, context);
	const target = targetOf(statement.relation);
	const joined = reachOfJoin(statement.joinCondition, target);
	return nodesAs(statement.mergeWhenClauses, "MergeWhenClause").flatMap((when) => {
		const reach = when.matchKind === "MERGE_WHEN_NOT_MATCHED_BY_SOURCE" ? reachOf(when.condition, target) : joined;
		if (when.commandType === "CMD_DELETE") return writes("delete", object, reach);
		if (when.commandType === "CMD_UPDATE") return writes("update", object, reach);
		return when.commandType === "CMD_INSERT" ? writes("insert", object, "filtered") : [];
	});
}
const lockedByDrop = /* @__PURE__ */ new Set([
	"table",
	"view",
	"materialized-view",
	"index",
	"sequence",
	"foreign-table"
]);
const drop = {
	DropStmt: deriver("DropStmt", (statement, context) => {
		const kind = kindOf(statement.removeType);
		const cascade = statement.behavior === "DROP_CASCADE";
		const online = statement.concurrent === true;
		return (statement.objects ?? []).flatMap((node) => {
			const object = objectOf(kind, node, context);
			return [...dropping(object, cascade), ...locksOfDrop(object, online)];
		});
	}),
	TruncateStmt: deriver("TruncateStmt", (statement, context) => nodesAs(statement.relations, "RangeVar").flatMap((table) => {
		const object = relation(table, context);
		return [{
			kind: "truncates",
			object,
			cascade: statement.behavior === "DROP_CASCADE"
		}, locks(object, "ACCESS EXCLUSIVE")];
	})),
	DropdbStmt: deriver("DropdbStmt", (statement, context) => dropping(named("database", [statement.dbname ?? ""], context), false)),
	DropRoleStmt: deriver("DropRoleStmt", (statement, context) => nodesAs(statement.roles, "RoleSpec").flatMap((role) => dropping(named("role", [role.rolename ?? ""], context), false))),
	DropTableSpaceStmt: deriver("DropTableSpaceStmt", (statement, context) => dropping(named("tablespace", [statement.tablespacename ?? ""], context), false)),
	DropOwnedStmt: deriver("DropOwnedStmt", (statement, context) => nodesAs(statement.roles, "RoleSpec").flatMap((role) => dropping(named("owned-objects", [role.rolename ?? "current_user"], context), true))),
	DropSubscriptionStmt: deriver("DropSubscriptionStmt", (statement, context) => [...dropping(named("subscription", [statement.subname ?? ""], context), false), {
		kind: "accesses-server",
		how: "replication",
		detail: "drop subscription"
	}]),
	DropUserMappingStmt: deriver("DropUserMappingStmt", (statement, context) => dropping(named("user-mapping", [statement.servername ?? ""], context), false))
};
function dropping(object, cascade) {
	return [{
		kind: "drops",
		object,
		cascade
	}];
}
function locksOfDrop(object, online) {
	if (object.part === void 0 && !lockedByDrop.has(object.kind)) return [];
	return [locks(object, online ? "SHARE UPDATE EXCLUSIVE" : "ACCESS EXCLUSIVE")];
}
const maintenance = {
	LockStmt: deriver("LockStmt", (statement, context) => nodesAs(statement.relations, "RangeVar").map((table) => locks(relation(table, context), lockModes[(statement.mode ?? 8) - 1] ?? "ACCESS EXCLUSIVE"))),
	ReindexStmt: deriver("ReindexStmt", (statement, context) => {
		const index = statement.kind === "REINDEX_OBJECT_INDEX";
		const object = statement.relation === void 0 ? named("schema", [statement.name ?? ""], context) : relation(statement.relation, context, index ? "index" : "table");
		const concurrently = isOptionOn(statement.params, "concurrently");
		return [{
			kind: "builds-index",
			object,
			index: index ? object.name : "",
			concurrently,
			unique: false
		}, locks(object, concurrently ? "SHARE UPDATE EXCLUSIVE" : "ACCESS EXCLUSIVE")];
	}),
	ClusterStmt: deriver("ClusterStmt", (statement, context) => {
		const object = relation(statement.relation, context);
		return [{
			kind: "rewrites",
			object
		}, locks(object, "ACCESS EXCLUSIVE")];
	}),
	VacuumStmt: deriver("VacuumStmt", (statement, context) => {
		const full = isOptionOn(statement.options, "full");
		return nodesAs(statement.rels, "VacuumRelation").flatMap((target) => {
			const object = relation(target.relation, context);
			if (!full) return [locks(object, "SHARE UPDATE EXCLUSIVE")];
			return [{
				kind: "rewrites",
				object
			}, locks(object, "ACCESS EXCLUSIVE")];
		});
	}),
	RefreshMatViewStmt: deriver("RefreshMatViewStmt", (statement, context) => {
		const object = relation(statement.relation, context, "materialized-view");
		return [...statement.skipData === true ? [{
			kind: "truncates",
			object,
			cascade: false
		}] : [], locks(object, statement.concurrent === true ? "EXCLUSIVE" : "ACCESS EXCLUSIVE")];
	})
};
/** Statements that reach beyond the database: other servers, libraries, replication. */
const serverAccess = {
	LoadStmt: reaching("LoadStmt", "library", "load"),
	CreateExtensionStmt: reaching("CreateExtensionStmt", "library", "create extension"),
	AlterExtensionStmt: reaching("AlterExtensionStmt", "library", "alter extension"),
	AlterExtensionContentsStmt: reaching("AlterExtensionContentsStmt", "library", "alter extension"),
	CreatePLangStmt: reaching("CreatePLangStmt", "library", "create language"),
	CreateAmStmt: reaching("CreateAmStmt", "library", "create access method"),
	CreateTransformStmt: reaching("CreateTransformStmt", "library", "create transform"),
	CreateFdwStmt: reaching("CreateFdwStmt", "network", "create foreign data wrapper"),
	AlterFdwStmt: reaching("AlterFdwStmt", "network", "alter foreign data wrapper"),
	CreateForeignServerStmt: reaching("CreateForeignServerStmt", "network", "create server"),
	AlterForeignServerStmt: reaching("AlterForeignServerStmt", "network", "alter server"),
	CreateUserMappingStmt: reaching("CreateUserMappingStmt", "network", "create user mapping"),
	AlterUserMappingStmt: reaching("AlterUserMappingStmt", "network", "alter user mapping"),
	ImportForeignSchemaStmt: reaching("ImportForeignSchemaStmt", "network", "import foreign schema"),
	CreateForeignTableStmt: deriver("CreateForeignTableStmt", (statement, context) => {
		const access = {
			kind: "accesses-server",
			how: "network",
			detail: "create foreign table"
		};
		if (statement.base === void 0) return [access];
		const object = relation(statement.base.relation, context, "foreign-table");
		return [access, ...createTable(statement.base, object, context)];
	}),
	CreateTableSpaceStmt: reaching("CreateTableSpaceStmt", "file", "create tablespace"),
	AlterTableSpaceOptionsStmt: reaching("AlterTableSpaceOptionsStmt", "configuration", "alter tablespace"),
	AlterTableMoveAllStmt: reaching("AlterTableMoveAllStmt", "file", "move all to another tablespace"),
	CreatedbStmt: reaching("CreatedbStmt", "configuration", "create database"),
	AlterDatabaseStmt: reaching("AlterDatabaseStmt", "configuration", "alter database"),
	AlterDatabaseRefreshCollStmt: reaching("AlterDatabaseRefreshCollStmt", "configuration", "alter database"),
	CreatePublicationStmt: reaching("CreatePublicationStmt", "replication", "create publication"),
	CreateSubscriptionStmt: reaching("CreateSubscriptionStmt", "replication", "create subscription"),
	AlterSubscriptionStmt: reaching("AlterSubscriptionStmt", "replication", "alter subscription"),
	CheckPointStmt: reaching("CheckPointStmt", "configuration", "checkpoint"),
	NotifyStmt: reaching("NotifyStmt", "session", "notify"),
	ListenStmt: reaching("ListenStmt", "session", "listen"),
	UnlistenStmt: reaching("UnlistenStmt", "session", "unlisten")
};
function reaching(tag, how, detail) {
	return deriver(tag, () => [{
		kind: "accesses-server",
		how,
		detail
	}]);
}
const transaction = {
	TransactionStmt: deriver("TransactionStmt", (statement) => [{
		kind: "controls-transaction",
		action: (statement.kind ?? "TRANS_STMT_BEGIN").replace("TRANS_STMT_", "").toLowerCase().replaceAll("_", " ")
	}]),
	ConstraintsSetStmt: deriver("ConstraintsSetStmt", (statement, context) => {
		const value = statement.deferred === true ? "deferred" : "immediate";
		return context.inBody ? [{
			kind: "sets",
			setting: "constraints",
			value,
			scope: "transaction"
		}] : [];
	})
};
const internal = "PostgreSQL makes this node itself; no text can contain it.";
const opaque = "It runs functions through operators, casts or index access that nobody can follow.";
/**
* Every statement kind of the grammar, claimed by exactly one family or refused. The type makes a
* kind that a newer grammar adds a compile error.
*/
const registry = {
	...alter,
	...alterTable,
	...code,
	...copy,
	...create,
	...dml,
	...drop,
	...maintenance,
	...privilege,
	...serverAccess,
	...settings,
	...transaction,
	CreateCastStmt: refused("CreateCastStmt", opaque),
	CreateOpClassStmt: refused("CreateOpClassStmt", opaque),
	CreateOpFamilyStmt: refused("CreateOpFamilyStmt", opaque),
	PLAssignStmt: refused("PLAssignStmt", internal),
	RawStmt: refused("RawStmt", internal),
	ReplicaIdentityStmt: {
		derive: () => [],
		below: () => "walk"
	},
	SetOperationStmt: refused("SetOperationStmt", internal)
};
/** The deriver of a statement tag; undefined when the key is no statement. */
function deriverOf(tag) {
	return isStatementTag(tag) ? registry[tag] : void 0;
}
function isStatementTag(tag) {
	return Object.hasOwn(registry, tag);
}
/**
* The effects of a statement and of every statement and call within it, at any depth: common table
* expressions, EXPLAIN ANALYZE, COPY, rule actions, schema elements, sub-selects, defaults.
*/
function effectsWithin(tree, context) {
	const drafts = [];
	const pending = [{
		node: tree,
		indirect: false,
		context
	}];
	for (let visit = pending.pop(); visit !== void 0; visit = pending.pop()) {
		const { here, next } = visited(visit);
		for (const draft of here) drafts.push(visit.indirect ? {
			...draft,
			via: "indirect"
		} : draft);
		pending.push(...next);
	}
	return drafts;
}
function visited(visit) {
	const here = [];
	const next = [];
	for (const [key, child] of childrenOf(visit.node)) {
		const below = belowOf(key, visit.node);
		here.push(...effectsAt(key, visit));
		if (below !== "skip") next.push({
			...visit,
			...inside(visit, below, key),
			node: child
		});
	}
	return {
		here,
		next: next.toReversed()
	};
}
function belowOf(key, node) {
	return deriverOf(key)?.below(node) ?? "walk";
}
function inside(visit, below, key) {
	const schema = key === "CreateSchemaStmt" ? schemaCreatedBy(visit.node) : void 0;
	return {
		indirect: visit.indirect || below === "indirect",
		...schema === void 0 ? {} : { context: {
			...visit.context,
			schema
		} }
	};
}
function schemaCreatedBy(node) {
	const statement = nodeAs(node, "CreateSchemaStmt");
	return statement?.schemaname ?? statement?.authrole?.rolename;
}
function effectsAt(key, { node, context }) {
	const statement = deriverOf(key);
	if (statement !== void 0) return statement.derive(node, context);
	if (key === "FuncCall") {
		const call = nodeAs(node, "FuncCall");
		return call === void 0 ? [] : callsOf(call, context);
	}
	if (key === "A_Expr") {
		const expression = nodeAs(node, "A_Expr");
		return expression === void 0 ? [] : operatorCalls(expression);
	}
	return hasInto(node) && key === "intoClause" ? createInto(node.intoClause, context) : [];
}
function hasInto(node) {
	return "intoClause" in node;
}
/** What running these bodies does. */
function bodyEffects(bodies, outer) {
	const context = {
		...outer,
		inBody: true
	};
	const drafts = bodies.flatMap((body) => effectsOfBody(body, context));
	if (context.shadowed || !drafts.some(shadowsBuiltin)) return drafts;
	return bodies.flatMap((body) => effectsOfBody(body, {
		...context,
		shadowed: true
	}));
}
function effectsOfBody(body, context) {
	if (body.kind === "read") return body.parts.flatMap((part) => partEffects(part, context));
	return [{
		kind: "unknown",
		tag: "Body",
		reason: `${body.language}: ${body.reason}`
	}];
}
/** From then on a name such as `format` may mean somebody's own function. */
function shadowsBuiltin(draft) {
	if (draft.kind === "sets") return [
		"search_path",
		"all",
		"role"
	].includes(draft.setting);
	if (draft.kind !== "creates") return false;
	const { kind, name } = draft.object;
	return kind === "operator" ? name === "||" : kind === "function" && isFoldable(name);
}
function partEffects(part, context) {
	switch (part.kind) {
		case "statement":
		case "expression": return withinBody(part, context);
		case "dynamic": return [...withinBody(part, context), ...executed(part, context)];
		case "transaction": return [{
			kind: "controls-transaction",
			action: part.action,
			via: "body"
		}];
		case "unparsed": return [{
			kind: "unparsed",
			reason: part.reason,
			via: "body"
		}];
	}
}
function withinBody(part, context) {
	const inner = {
		...context,
		bodies: [],
		texts: part.texts
	};
	return effectsWithin(part.node, inner).map((draft) => ({
		...draft,
		via: draft.via === "indirect" || draft.via === "dynamic" ? draft.via : "body"
	}));
}
/** What EXECUTE runs, where constants make its text; else that nobody knows. */
function executed(part, context) {
	if (part.folded === void 0 || context.shadowed) return [{
		kind: "executes-dynamic",
		text: foldSelect(part.node) ?? part.text,
		via: "dynamic"
	}];
	return part.folded.flatMap((inner) => partEffects(inner, context)).map((draft) => ({
		...draft,
		via: "dynamic"
	}));
}
/** What the whole change would do, statement by statement, as its text tells. */
function effectsOf(scripts, catalog) {
	const effects = [];
	let fold = {
		catalog,
		functions: /* @__PURE__ */ new Map(),
		prepared: /* @__PURE__ */ new Map(),
		shadowed: false
	};
	for (const { unitId, statements } of scripts) {
		fold = {
			...fold,
			prepared: /* @__PURE__ */ new Map()
		};
		for (const [index, statement] of statements.entries()) {
			const derived = draftsOf(statement, fold).map((draft) => complete(draft, unitId, index));
			effects.push(...derived);
			fold = {
				catalog: advance(fold.catalog, derived),
				functions: withFunction(fold.functions, statement),
				prepared: withPrepared(fold.prepared, statement),
				shadowed: fold.shadowed || derived.some(shadowsBuiltin)
			};
		}
	}
	return effects;
}
function draftsOf(statement, fold) {
	if (statement.kind === "unparsed") return [{
		kind: "unparsed",
		reason: statement.reason
	}];
	return effectsWithin(statement.node, {
		...fold,
		bodies: statement.bodies,
		texts: statement.texts,
		expanding: [],
		inBody: false,
		run: bodyEffects
	});
}
function complete(draft, unitId, statement) {
	return {
		...draft,
		via: draft.via ?? "direct",
		source: "static",
		unitId,
		statement
	};
}
/** Overloads share a name, so a call of one counts as a call of all. */
function withFunction(functions, statement) {
	if (statement.kind === "unparsed") return functions;
	const created = nodeAs(statement.node, "CreateFunctionStmt");
	if (created === void 0) return functions;
	const name = namesOf(created.funcname).join(".");
	return new Map(functions).set(name, [...functions.get(name) ?? [], ...statement.bodies]);
}
function withPrepared(prepared, statement) {
	if (statement.kind === "unparsed") return prepared;
	const { name, query } = nodeAs(statement.node, "PrepareStmt") ?? {};
	if (name === void 0 || query === void 0) return prepared;
	const { text, texts } = statement;
	const part = {
		kind: "statement",
		text,
		tag: tagOf(query),
		node: query
	};
	const parts = [texts === void 0 ? part : {
		...part,
		texts
	}];
	return new Map(prepared).set(name, {
		kind: "read",
		language: "sql",
		parts
	});
}
/**
* What the rehearsal saw, as effects. What deferred constraints and triggers did counts for the
* statement after the unit's last one, because no single statement can be blamed.
*/
function observedEffects(evidence) {
	return evidence.units.flatMap(({ unitId, statements, deferred }) => {
		const last = Math.max(-1, ...statements.map(({ statement }) => statement));
		return [...statements, {
			...deferred,
			statement: last + 1
		}].flatMap((observation) => seen(observation).map((effect) => ({
			...effect,
			unitId,
			statement: observation.statement,
			source: "observed",
			via: "indirect"
		})));
	});
}
function seen(observation) {
	return [
		...observation.created.map((object) => ({
			kind: "creates",
			object: toReference(object),
			replaces: false,
			ifNotExists: false
		})),
		...observation.dropped.map((object) => ({
			kind: "drops",
			object: toReference(object),
			cascade: false
		})),
		...observation.altered.map((object) => ({
			kind: "alters",
			object: toReference(object),
			change: "definition"
		})),
		...observation.rows.flatMap(writesOf),
		...observation.rewrites.map((table) => ({
			kind: "rewrites",
			object: toTable(table)
		})),
		...observation.locks.map(({ relation, mode }) => ({
			kind: "locks",
			object: toTable(relation),
			mode
		}))
	];
}
function writesOf(rows) {
	return [
		["insert", rows.inserted],
		["update", rows.updated],
		["delete", rows.deleted]
	].filter(([, count]) => count > 0).map(([verb, count]) => ({
		kind: "writes",
		verb,
		object: toTable(rows.table),
		reach: "filtered",
		rows: count
	}));
}
function toTable(identity) {
	return toReference({
		type: "table",
		identity
	});
}
/** Types as pg_identify_object names them, where they differ from ours. */
const kinds = {
	table: "table",
	"table column": "column",
	"table constraint": "constraint",
	index: "index",
	view: "view",
	"materialized view": "materialized-view",
	sequence: "sequence",
	schema: "schema",
	function: "function",
	procedure: "procedure",
	aggregate: "aggregate",
	trigger: "trigger",
	"event trigger": "event-trigger",
	rule: "rule",
	policy: "policy",
	type: "type",
	domain: "domain",
	extension: "extension",
	"foreign table": "foreign-table",
	role: "role"
};
function toReference({ type, identity }) {
	const kind = kinds[type] ?? "other";
	return {
		kind,
		...parseIdentity(identity, kind === "column"),
		createdHere: false
	};
}
/** What was observed although nothing in the text predicted it: the strongest sign of concealment. */
function unpredicted(predictions, observations) {
	return observations.filter((observed) => {
		return !isPredicted(observed, predictions.filter(({ unitId }) => unitId === observed.unitId));
	});
}
function isPredicted(observed, unit) {
	const statement = unit.filter((effect) => effect.statement === observed.statement);
	switch (observed.kind) {
		case "writes": return unit.some((effect) => predictsWrite(effect, observed.verb, observed.object));
		case "drops":
		case "creates":
			if (statement.some((effect) => addsColumn(effect, observed))) return true;
			return isPrincipal(observed.object.kind) ? unit.some((effect) => predictsObject(effect, observed.kind, observed.object)) : statement.some(changesSchema);
		case "alters": return statement.some(changesSchema);
		case "rewrites": return unit.some((effect) => predictsRewrite(effect, observed.object));
		case "locks": return isWeak(observed.mode) || statement.some((effect) => effect.kind === "locks" && !isWeak(effect.mode));
		default: return true;
	}
}
/** A new column of an old table is an alteration of that table in the text. */
function predictsObject(effect, kind, object) {
	return (kind === "creates" && effect.kind === "alters" && effect.change === "add-column" || effect.kind === kind) && "object" in effect && effect.object !== void 0 ? isSame(effect.object, object) : false;
}
function predictsWrite(effect, verb, object) {
	if (effect.kind === "writes") return effect.verb === verb && isSame(effect.object, object);
	return effect.kind === "creates" && effect.object.createdHere && isSame(effect.object, object);
}
/** ALTER TABLE ADD COLUMN alters its table in our words; partitions and children get the column too. */
function addsColumn(effect, observed) {
	return observed.kind === "creates" && observed.object.kind === "column" && effect.kind === "alters" && effect.change === "add-column" && effect.object.part === observed.object.part;
}
function predictsRewrite(effect, object) {
	if (effect.kind === "rewrites" || effect.kind === "truncates") return isSame(effect.object, object);
	return effect.kind === "creates" && isSame(effect.object, object);
}
/** Objects that nothing drags along by itself, other than indexes, types and the like. */
function isPrincipal(kind) {
	return [
		"table",
		"view",
		"materialized-view",
		"foreign-table",
		"schema",
		"function",
		"procedure",
		"aggregate",
		"extension",
		"role",
		"event-trigger",
		"column"
	].includes(kind);
}
function changesSchema(effect) {
	return [
		"creates",
		"drops",
		"alters",
		"builds-index",
		"grants",
		"revokes",
		"accesses-server"
	].includes(effect.kind);
}
function isWeak(mode) {
	return lockModes.indexOf(mode) < lockModes.indexOf("SHARE");
}
/** A name without schema may be the observed one; a dropped table takes its columns along. */
function isSame(predicted, observed) {
	const { schema } = predicted;
	if (predicted.name !== observed.name) return false;
	if (schema !== void 0 && schema !== "pg_temp" && schema !== observed.schema) return false;
	return predicted.part === void 0 || observed.part === void 0 || predicted.part === observed.part;
}
/** What one finding adds to the score, and from which score on a level counts. */
const points = {
	low: 5,
	medium: 15,
	high: 40,
	critical: 70
};
const thresholds = {
	low: 0,
	medium: 15,
	high: 40,
	critical: 70
};
/**
* Risk as an explained sum, capped at 100. It depends on what was found only, so another finding
* never lowers it and their order does not matter. Something unknown is at least medium.
*/
function assess(input) {
	const reasons = [...reasonsOf(input.findings), ...circumstances(input)];
	const score = Math.min(100, reasons.reduce((sum, reason) => sum + reason.points, 0));
	const unknown = input.findings.some((finding) => finding.unknown);
	return {
		score,
		level: highest([
			levelOf$1(score),
			...input.findings.map(({ level }) => level),
			unknown ? "medium" : "low"
		]),
		destructive: input.findings.some((finding) => finding.destructive),
		unknown,
		reasons
	};
}
/** The heaviest first; equal ones by their text, so that the order of the findings is not seen. */
function reasonsOf(findings) {
	return findings.map(({ level, rule, message }) => ({
		points: points[level],
		rule,
		description: message
	})).toSorted((a, b) => b.points - a.points || compare(a.rule, b.rule) || compare(a.description, b.description));
}
function compare(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
/** Where and by whom adds to what was found, and is nothing by itself. */
function circumstances({ findings, target, actor }) {
	if (findings.length === 0) return [];
	const reasons = [];
	if (target !== void 0 && /^prod/i.test(target.name)) reasons.push({
		points: 10,
		rule: "target",
		description: "The target is production."
	});
	if (actor.kind === "agent") reasons.push({
		points: 10,
		rule: "actor",
		description: "An agent wrote the change."
	});
	return reasons;
}
function levelOf$1(score) {
	return highest(levels.filter((level) => score >= thresholds[level]));
}
function highest(some) {
	return levels.toReversed().find((level) => some.includes(level)) ?? "low";
}
/**
* What all rules say about the effects of the whole change, in the order of its statements. Observed
* effects that the text predicted say nothing new, so only the others reach the rules.
*/
function evaluateRules(effects, catalog, scripts, { postgres, switched = noneSwitched } = {}) {
	const predicted = effects.filter(({ source }) => source === "static");
	const observed = effects.filter(({ source }) => source === "observed");
	const input = {
		effects: [...predicted, ...unpredicted(predicted, observed)],
		catalog,
		scripts,
		postgres
	};
	const findings = rules.filter((rule) => isOn(rule, switched)).flatMap((rule) => rule.check(input).map((remark) => toFinding(rule, remark, scripts))).map((finding) => ({
		...finding,
		level: levelOf(finding, switched)
	}));
	const units = scripts.map(({ unitId }) => unitId);
	return withoutRepetition(findings).toSorted((a, b) => units.indexOf(a.unitId) - units.indexOf(b.unitId) || a.statement - b.statement);
}
const noneSwitched = /* @__PURE__ */ new Map();
/** Only rules about taste can be switched: the others are always on, and their levels are their own. */
function isOn({ id, default: standing }, switched) {
	return standing !== "off" || (switched.get(id) ?? "off") !== "off";
}
function levelOf({ rule, level }, switched) {
	const asked = switched.get(rule);
	if (asked === void 0 || asked === "on" || asked === "off") return level;
	return levels.indexOf(asked) > levels.indexOf(level) ? asked : level;
}
function toFinding(rule, remark, scripts) {
	const { unitId, statement, source } = remark.effect;
	return {
		rule: rule.id,
		level: remark.level,
		message: remark.message,
		why: rule.why,
		instead: rule.instead,
		place: remark.place ?? placeOf(unitId, statement, scripts),
		unitId,
		statement,
		destructive: remark.destructive ?? false,
		unknown: remark.unknown ?? false,
		denies: remark.denies ?? false,
		source
	};
}
/** What happened after the last statement is shown at the last statement. */
function placeOf(unitId, statement, scripts) {
	const statements = scripts.find((script) => script.unitId === unitId)?.statements ?? [];
	return (statements[statement] ?? statements.at(-1))?.place ?? {
		path: unitId,
		line: 1,
		column: 1,
		offset: 0
	};
}
/** A statement that says the same thing twice is told about once. */
function withoutRepetition(findings) {
	const byText = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const key = JSON.stringify([
			finding.rule,
			finding.unitId,
			finding.statement,
			finding.message
		]);
		if (!byText.has(key)) byText.set(key, finding);
	}
	return [...byText.values()];
}
export { advance as a, effectsOf as i, assess as n, emptyCatalog as o, observedEffects as r, evaluateRules as t };
