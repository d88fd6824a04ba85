import { n as __require, r as __toESM, t as __commonJSMin } from "./rolldown-runtime-DBSqpVQu.js";
import { t as toCanonicalJson } from "./canonical-json-CfZZNO51.js";
import { n as digestOf, r as isDigest } from "./digest-YHUy-tYU.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
import { t as require_lib$1 } from "./lib-BjYwbCNU.js";
/** C2SP tlog-tiles entries carry a 16-bit length; the record is to fit into such a log unchanged. */
const recordBytesLimit = 65535;
/** What the first record names as its predecessor. */
const genesis = digestOf("");
/**
* The next record of a chain, `head` being the last one or undefined for an empty chain. Its text is
* written once; only these bytes are ever hashed. Throws internal/bug when it is too large to log.
*/
function link(body, head) {
	const sequence = (head?.sequence ?? 0) + 1;
	const previous = head?.digest ?? genesis;
	const text = toCanonicalJson({
		...body,
		version: 1,
		sequence,
		previous
	});
	const bytes = new TextEncoder().encode(text).length;
	if (bytes > recordBytesLimit) throw new SluiceError("internal/bug", "An audit record is larger than 65,535 bytes, so no log would take it; nothing was applied.", { data: { bytes } });
	return {
		sequence,
		previous,
		digest: digestOf(text),
		text
	};
}
var require_TimeoutError = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.TimeoutError = void 0;
	var TimeoutError = class extends Error {};
	exports.TimeoutError = TimeoutError;
}));
var require_PromiseInspection = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.PromiseInspection = void 0;
	var PromiseInspection = class {
		constructor(args) {
			this._value = args.value;
			this._error = args.error;
		}
		value() {
			return this._value;
		}
		reason() {
			return this._error;
		}
		isRejected() {
			return !!this._error;
		}
		isFulfilled() {
			return !!this._value;
		}
	};
	exports.PromiseInspection = PromiseInspection;
}));
var require_utils$3 = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.defer = defer;
	exports.now = now;
	exports.duration = duration;
	exports.checkOptionalTime = checkOptionalTime;
	exports.checkRequiredTime = checkRequiredTime;
	exports.delay = delay;
	exports.reflect = reflect;
	exports.tryPromise = tryPromise;
	const PromiseInspection_1 = require_PromiseInspection();
	function defer() {
		let resolve = null;
		let reject = null;
		return {
			promise: new Promise((resolver, rejecter) => {
				resolve = resolver;
				reject = rejecter;
			}),
			resolve,
			reject
		};
	}
	function now() {
		return Date.now();
	}
	function duration(t1, t2) {
		return Math.abs(t2 - t1);
	}
	function checkOptionalTime(time) {
		if (typeof time === "undefined") return true;
		return checkRequiredTime(time);
	}
	function checkRequiredTime(time) {
		return typeof time === "number" && time === Math.round(time) && time > 0;
	}
	function delay(millis) {
		return new Promise((resolve) => setTimeout(resolve, millis));
	}
	function reflect(promise) {
		return promise.then((value) => {
			return new PromiseInspection_1.PromiseInspection({ value });
		}).catch((error) => {
			return new PromiseInspection_1.PromiseInspection({ error });
		});
	}
	function tryPromise(cb) {
		try {
			const result = cb();
			return Promise.resolve(result);
		} catch (err) {
			return Promise.reject(err);
		}
	}
}));
var require_PendingOperation = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.PendingOperation = void 0;
	const TimeoutError_1 = require_TimeoutError();
	const utils_1 = require_utils$3();
	var PendingOperation = class {
		constructor(timeoutMillis) {
			this.timeoutMillis = timeoutMillis;
			this.deferred = (0, utils_1.defer)();
			this.possibleTimeoutCause = null;
			this.isRejected = false;
			this.promise = timeout(this.deferred.promise, timeoutMillis).catch((err) => {
				if (err instanceof TimeoutError_1.TimeoutError) {
					if (this.possibleTimeoutCause) err = new TimeoutError_1.TimeoutError(this.possibleTimeoutCause.message);
					else err = new TimeoutError_1.TimeoutError("operation timed out for an unknown reason");
				}
				this.deferred.reject(err);
				this.isRejected = true;
				return Promise.reject(err);
			});
		}
		abort() {
			this.reject(/* @__PURE__ */ new Error("aborted"));
		}
		reject(err) {
			this.deferred.reject(err);
		}
		resolve(value) {
			this.deferred.resolve(value);
		}
	};
	exports.PendingOperation = PendingOperation;
	function timeout(promise, time) {
		return new Promise((resolve, reject) => {
			const timeoutHandle = setTimeout(() => reject(new TimeoutError_1.TimeoutError()), time);
			promise.then((result) => {
				clearTimeout(timeoutHandle);
				resolve(result);
			}).catch((err) => {
				clearTimeout(timeoutHandle);
				reject(err);
			});
		});
	}
}));
var require_Resource = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Resource = void 0;
	const utils_1 = require_utils$3();
	exports.Resource = class Resource {
		constructor(resource) {
			this.resource = resource;
			this.resource = resource;
			this.timestamp = (0, utils_1.now)();
			this.deferred = (0, utils_1.defer)();
		}
		get promise() {
			return this.deferred.promise;
		}
		resolve() {
			this.deferred.resolve(void 0);
			return new Resource(this.resource);
		}
		settle() {
			this.deferred.resolve(void 0);
		}
	};
}));
var require_Pool = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Pool = void 0;
	const PendingOperation_1 = require_PendingOperation();
	const Resource_1 = require_Resource();
	const utils_1 = require_utils$3();
	const events_1 = __require("events");
	const timers_1 = __require("timers");
	var Pool = class {
		constructor(opt) {
			this.destroyed = false;
			this.emitter = new events_1.EventEmitter();
			opt = opt || {};
			if (!opt.create) throw new Error("Tarn: opt.create function most be provided");
			if (!opt.destroy) throw new Error("Tarn: opt.destroy function most be provided");
			if (typeof opt.min !== "number" || opt.min < 0 || opt.min !== Math.round(opt.min)) throw new Error("Tarn: opt.min must be an integer >= 0");
			if (typeof opt.max !== "number" || opt.max <= 0 || opt.max !== Math.round(opt.max)) throw new Error("Tarn: opt.max must be an integer > 0");
			if (opt.min > opt.max) throw new Error("Tarn: opt.max is smaller than opt.min");
			if (!(0, utils_1.checkOptionalTime)(opt.acquireTimeoutMillis)) throw new Error("Tarn: invalid opt.acquireTimeoutMillis " + JSON.stringify(opt.acquireTimeoutMillis));
			if (!(0, utils_1.checkOptionalTime)(opt.createTimeoutMillis)) throw new Error("Tarn: invalid opt.createTimeoutMillis " + JSON.stringify(opt.createTimeoutMillis));
			if (!(0, utils_1.checkOptionalTime)(opt.destroyTimeoutMillis)) throw new Error("Tarn: invalid opt.destroyTimeoutMillis " + JSON.stringify(opt.destroyTimeoutMillis));
			if (!(0, utils_1.checkOptionalTime)(opt.idleTimeoutMillis)) throw new Error("Tarn: invalid opt.idleTimeoutMillis " + JSON.stringify(opt.idleTimeoutMillis));
			if (!(0, utils_1.checkOptionalTime)(opt.reapIntervalMillis)) throw new Error("Tarn: invalid opt.reapIntervalMillis " + JSON.stringify(opt.reapIntervalMillis));
			if (!(0, utils_1.checkOptionalTime)(opt.createRetryIntervalMillis)) throw new Error("Tarn: invalid opt.createRetryIntervalMillis " + JSON.stringify(opt.createRetryIntervalMillis));
			const allowedKeys = {
				create: true,
				validate: true,
				destroy: true,
				log: true,
				min: true,
				max: true,
				acquireTimeoutMillis: true,
				createTimeoutMillis: true,
				destroyTimeoutMillis: true,
				idleTimeoutMillis: true,
				reapIntervalMillis: true,
				createRetryIntervalMillis: true,
				propagateCreateError: true
			};
			for (const key of Object.keys(opt)) if (!allowedKeys[key]) throw new Error(`Tarn: unsupported option opt.${key}`);
			this.creator = opt.create;
			this.destroyer = opt.destroy;
			this.validate = typeof opt.validate === "function" ? opt.validate : () => true;
			this.log = opt.log || (() => {});
			this.acquireTimeoutMillis = opt.acquireTimeoutMillis || 3e4;
			this.createTimeoutMillis = opt.createTimeoutMillis || 3e4;
			this.destroyTimeoutMillis = opt.destroyTimeoutMillis || 5e3;
			this.idleTimeoutMillis = opt.idleTimeoutMillis || 3e4;
			this.reapIntervalMillis = opt.reapIntervalMillis || 1e3;
			this.createRetryIntervalMillis = opt.createRetryIntervalMillis || 200;
			this.propagateCreateError = !!opt.propagateCreateError;
			this.min = opt.min;
			this.max = opt.max;
			this.used = [];
			this.free = [];
			this.pendingCreates = [];
			this.pendingAcquires = [];
			this.pendingDestroys = [];
			this.pendingRetryTimers = [];
			this.pendingValidations = [];
			this.destroyed = false;
			this.interval = null;
			this.eventId = 1;
		}
		numUsed() {
			return this.used.length;
		}
		numFree() {
			return this.free.length;
		}
		numPendingAcquires() {
			return this.pendingAcquires.length;
		}
		numPendingValidations() {
			return this.pendingValidations.length;
		}
		numPendingCreates() {
			return this.pendingCreates.length;
		}
		acquire() {
			const eventId = this.eventId++;
			this._executeEventHandlers("acquireRequest", eventId);
			const pendingAcquire = new PendingOperation_1.PendingOperation(this.acquireTimeoutMillis);
			this.pendingAcquires.push(pendingAcquire);
			pendingAcquire.promise = pendingAcquire.promise.then((resource) => {
				this._executeEventHandlers("acquireSuccess", eventId, resource);
				return resource;
			}).catch((err) => {
				this._executeEventHandlers("acquireFail", eventId, err);
				remove(this.pendingAcquires, pendingAcquire);
				return Promise.reject(err);
			});
			this._tryAcquireOrCreate();
			return pendingAcquire;
		}
		release(resource) {
			this._executeEventHandlers("release", resource);
			for (let i = 0, l = this.used.length; i < l; ++i) {
				const used = this.used[i];
				if (used.resource === resource) {
					this.used.splice(i, 1);
					this.free.push(used.resolve());
					this._tryAcquireOrCreate();
					return true;
				}
			}
			return false;
		}
		isEmpty() {
			return [
				this.numFree(),
				this.numUsed(),
				this.numPendingAcquires(),
				this.numPendingValidations(),
				this.numPendingCreates()
			].reduce((total, value) => total + value) === 0;
		}
		/**
		* Reaping cycle.
		*/
		check() {
			const timestamp = (0, utils_1.now)();
			const newFree = [];
			const minKeep = this.min - this.used.length;
			const maxDestroy = this.free.length - minKeep;
			let numDestroyed = 0;
			this.free.forEach((free) => {
				if ((0, utils_1.duration)(timestamp, free.timestamp) >= this.idleTimeoutMillis && numDestroyed < maxDestroy) {
					numDestroyed++;
					free.settle();
					this._destroy(free.resource);
				} else newFree.push(free);
			});
			this.free = newFree;
			if (this.isEmpty()) this._stopReaping();
		}
		destroy() {
			const eventId = this.eventId++;
			this._executeEventHandlers("poolDestroyRequest", eventId);
			this._stopReaping();
			this.destroyed = true;
			this.pendingRetryTimers.forEach((timer) => clearTimeout(timer));
			this.pendingRetryTimers = [];
			return (0, utils_1.reflect)(Promise.all(this.pendingCreates.map((create) => (0, utils_1.reflect)(create.promise))).then(() => {
				return new Promise((resolve, reject) => {
					if (this.numPendingValidations() === 0) {
						resolve();
						return;
					}
					const interval = setInterval(() => {
						if (this.numPendingValidations() === 0) {
							(0, timers_1.clearInterval)(interval);
							resolve();
						}
					}, 100);
				});
			}).then(() => {
				return Promise.all(this.used.map((used) => (0, utils_1.reflect)(used.promise)));
			}).then(() => {
				return Promise.all(this.pendingAcquires.map((acquire) => {
					acquire.abort();
					return (0, utils_1.reflect)(acquire.promise);
				}));
			}).then(() => {
				this.free.forEach((free) => free.settle());
				return Promise.all(this.free.map((free) => (0, utils_1.reflect)(this._destroy(free.resource))));
			}).then(() => {
				return Promise.all(this.pendingDestroys.map((pd) => pd.promise));
			}).then(() => {
				this.free = [];
				this.pendingAcquires = [];
			})).then((res) => {
				this._executeEventHandlers("poolDestroySuccess", eventId);
				this.emitter.removeAllListeners();
				return res;
			});
		}
		on(event, listener) {
			this.emitter.on(event, listener);
		}
		removeListener(event, listener) {
			this.emitter.removeListener(event, listener);
		}
		removeAllListeners(event) {
			this.emitter.removeAllListeners(event);
		}
		/**
		* The most important method that is called always when resources
		* are created / destroyed / acquired / released. In other words
		* every time when resources are moved from used to free or vice
		* versa.
		*
		* Either assigns free resources to pendingAcquires or creates new
		* resources if there is room for it in the pool.
		*/
		_tryAcquireOrCreate() {
			if (this.destroyed) return;
			if (this._hasFreeResources()) this._doAcquire();
			else if (this._shouldCreateMoreResources()) this._doCreate();
		}
		_hasFreeResources() {
			return this.free.length > 0;
		}
		_doAcquire() {
			while (this._canAcquire()) {
				const pendingAcquire = this.pendingAcquires.shift();
				const free = this.free.pop();
				if (free === void 0 || pendingAcquire === void 0) {
					const errMessage = "this.free was empty while trying to acquire resource";
					this.log(`Tarn: ${errMessage}`, "warn");
					throw new Error(`Internal error, should never happen. ${errMessage}`);
				}
				this.pendingValidations.push(pendingAcquire);
				this.used.push(free);
				const abortAbleValidation = new PendingOperation_1.PendingOperation(this.acquireTimeoutMillis);
				pendingAcquire.promise.catch((err) => {
					abortAbleValidation.abort();
				});
				abortAbleValidation.promise.catch((err) => {
					this.log("Tarn: resource validator threw an exception " + err.stack, "warn");
					return false;
				}).then((validationSuccess) => {
					try {
						if (validationSuccess && !pendingAcquire.isRejected) {
							this._startReaping();
							pendingAcquire.resolve(free.resource);
						} else {
							remove(this.used, free);
							if (!validationSuccess) {
								free.settle();
								this._destroy(free.resource);
								setTimeout(() => {
									this._tryAcquireOrCreate();
								}, 0);
							} else this.free.push(free);
							if (!pendingAcquire.isRejected) this.pendingAcquires.unshift(pendingAcquire);
						}
					} finally {
						remove(this.pendingValidations, pendingAcquire);
					}
				});
				this._validateResource(free.resource).then((validationSuccess) => {
					abortAbleValidation.resolve(validationSuccess);
				}).catch((err) => {
					abortAbleValidation.reject(err);
				});
			}
		}
		_canAcquire() {
			return this.free.length > 0 && this.pendingAcquires.length > 0;
		}
		_validateResource(resource) {
			try {
				return Promise.resolve(this.validate(resource));
			} catch (err) {
				return Promise.reject(err);
			}
		}
		_shouldCreateMoreResources() {
			return this.used.length + this.pendingCreates.length < this.max && this.pendingCreates.length < this.pendingAcquires.length;
		}
		_doCreate() {
			const pendingAcquiresBeforeCreate = this.pendingAcquires.slice();
			this._create().promise.then(() => {
				this._tryAcquireOrCreate();
				return null;
			}).catch((err) => {
				if (this.destroyed) return;
				if (this.propagateCreateError && this.pendingAcquires.length !== 0) this.pendingAcquires[0].reject(err);
				pendingAcquiresBeforeCreate.forEach((pendingAcquire) => {
					pendingAcquire.possibleTimeoutCause = err;
				});
				const retryTimer = setTimeout(() => {
					remove(this.pendingRetryTimers, retryTimer);
					this._tryAcquireOrCreate();
				}, this.createRetryIntervalMillis);
				this.pendingRetryTimers.push(retryTimer);
			});
		}
		_create() {
			const eventId = this.eventId++;
			this._executeEventHandlers("createRequest", eventId);
			const pendingCreate = new PendingOperation_1.PendingOperation(this.createTimeoutMillis);
			pendingCreate.promise = pendingCreate.promise.catch((err) => {
				if (remove(this.pendingCreates, pendingCreate)) this._executeEventHandlers("createFail", eventId, err);
				throw err;
			});
			this.pendingCreates.push(pendingCreate);
			callbackOrPromise(this.creator).then((resource) => {
				if (pendingCreate.isRejected) {
					this.destroyer(resource);
					pendingCreate.resolve(resource);
					return null;
				}
				remove(this.pendingCreates, pendingCreate);
				this.free.push(new Resource_1.Resource(resource));
				pendingCreate.resolve(resource);
				this._executeEventHandlers("createSuccess", eventId, resource);
				return null;
			}).catch((err) => {
				if (pendingCreate.isRejected) {
					pendingCreate.reject(err);
					return null;
				}
				if (remove(this.pendingCreates, pendingCreate)) this._executeEventHandlers("createFail", eventId, err);
				pendingCreate.reject(err);
				return null;
			});
			return pendingCreate;
		}
		_destroy(resource) {
			const eventId = this.eventId++;
			this._executeEventHandlers("destroyRequest", eventId, resource);
			const pendingDestroy = new PendingOperation_1.PendingOperation(this.destroyTimeoutMillis);
			Promise.resolve().then(() => this.destroyer(resource)).then(() => {
				pendingDestroy.resolve(resource);
			}).catch((err) => {
				pendingDestroy.reject(err);
			});
			this.pendingDestroys.push(pendingDestroy);
			return pendingDestroy.promise.then((res) => {
				this._executeEventHandlers("destroySuccess", eventId, resource);
				return res;
			}).catch((err) => this._logDestroyerError(eventId, resource, err)).then((res) => {
				const index = this.pendingDestroys.findIndex((pd) => pd === pendingDestroy);
				this.pendingDestroys.splice(index, 1);
				return res;
			});
		}
		_logDestroyerError(eventId, resource, err) {
			this._executeEventHandlers("destroyFail", eventId, resource, err);
			this.log("Tarn: resource destroyer threw an exception " + err.stack, "warn");
		}
		_startReaping() {
			if (!this.interval) {
				this._executeEventHandlers("startReaping");
				this.interval = setInterval(() => this.check(), this.reapIntervalMillis);
			}
		}
		_stopReaping() {
			if (this.interval !== null) {
				this._executeEventHandlers("stopReaping");
				(0, timers_1.clearInterval)(this.interval);
			}
			this.interval = null;
		}
		_executeEventHandlers(eventName, ...args) {
			this.emitter.listeners(eventName).forEach((listener) => {
				try {
					listener(...args);
				} catch (err) {
					this.log(`Tarn: event handler "${eventName}" threw an exception ${err.stack}`, "warn");
				}
			});
		}
	};
	exports.Pool = Pool;
	function remove(arr, item) {
		const idx = arr.indexOf(item);
		if (idx === -1) return false;
		else {
			arr.splice(idx, 1);
			return true;
		}
	}
	function callbackOrPromise(func) {
		return new Promise((resolve, reject) => {
			const callback = (err, resource) => {
				if (err) reject(err);
				else resolve(resource);
			};
			(0, utils_1.tryPromise)(() => func(callback)).then((res) => {
				if (res) resolve(res);
			}).catch((err) => {
				reject(err);
			});
		});
	}
}));
var require_tarn = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.TimeoutError = exports.Pool = void 0;
	const Pool_1 = require_Pool();
	Object.defineProperty(exports, "Pool", {
		enumerable: true,
		get: function() {
			return Pool_1.Pool;
		}
	});
	const TimeoutError_1 = require_TimeoutError();
	Object.defineProperty(exports, "TimeoutError", {
		enumerable: true,
		get: function() {
			return TimeoutError_1.TimeoutError;
		}
	});
	module.exports = {
		Pool: Pool_1.Pool,
		TimeoutError: TimeoutError_1.TimeoutError
	};
}));
var require_pool = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { Pool } = require_tarn();
	var KnexPool = class extends Pool {
		constructor(config) {
			super(config);
		}
	};
	function isTarnPool(obj) {
		if (obj instanceof Pool) return true;
		return typeof obj.acquire === "function" && typeof obj.release === "function" && typeof obj.destroy === "function" && typeof obj.numFree === "function" && typeof obj.numUsed === "function" && typeof obj.numPendingAcquires === "function";
	}
	module.exports = {
		KnexPool,
		isTarnPool
	};
}));
var require_string = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const charsRegex = /[\0\b\t\n\r\x1a"'\\]/g;
	const charsMap = {
		"\0": "\\0",
		"\b": "\\b",
		"	": "\\t",
		"\n": "\\n",
		"\r": "\\r",
		"": "\\Z",
		"\"": "\\\"",
		"'": "\\'",
		"\\": "\\\\"
	};
	function wrapEscape(escapeFn) {
		return function finalEscape(val, ctx = {}) {
			return escapeFn(val, finalEscape, ctx);
		};
	}
	function makeEscape(config = {}) {
		const finalEscapeDate = config.escapeDate || dateToString;
		const finalEscapeArray = config.escapeArray || arrayToList;
		const finalEscapeBuffer = config.escapeBuffer || bufferToString;
		const finalEscapeString = config.escapeString || escapeString;
		const finalEscapeObject = config.escapeObject || escapeObject;
		const finalWrap = config.wrap || wrapEscape;
		function escapeFn(val, finalEscape, ctx) {
			if (val === void 0 || val === null) return "NULL";
			switch (typeof val) {
				case "boolean": return val ? "true" : "false";
				case "number": return val + "";
				case "object": if (val instanceof Date) val = finalEscapeDate(val, finalEscape, ctx);
				else if (Array.isArray(val)) return finalEscapeArray(val, finalEscape, ctx);
				else if (Buffer.isBuffer(val)) return finalEscapeBuffer(val, finalEscape, ctx);
				else return finalEscapeObject(val, finalEscape, ctx);
			}
			return finalEscapeString(val, finalEscape, ctx);
		}
		return finalWrap ? finalWrap(escapeFn) : escapeFn;
	}
	function escapeObject(val, finalEscape, ctx) {
		if (val && typeof val.toSQL === "function") return val.toSQL(ctx);
		else return JSON.stringify(val);
	}
	function arrayToList(array, finalEscape, ctx) {
		let sql = "";
		for (let i = 0; i < array.length; i++) {
			const val = array[i];
			if (Array.isArray(val)) sql += (i === 0 ? "" : ", ") + "(" + arrayToList(val, finalEscape, ctx) + ")";
			else sql += (i === 0 ? "" : ", ") + finalEscape(val, ctx);
		}
		return sql;
	}
	function bufferToString(buffer) {
		return "X" + escapeString(buffer.toString("hex"));
	}
	function escapeString(val, finalEscape, ctx) {
		let chunkIndex = charsRegex.lastIndex = 0;
		let escapedVal = "";
		let match;
		while (match = charsRegex.exec(val)) {
			escapedVal += val.slice(chunkIndex, match.index) + charsMap[match[0]];
			chunkIndex = charsRegex.lastIndex;
		}
		if (chunkIndex === 0) return "'" + val + "'";
		if (chunkIndex < val.length) return "'" + escapedVal + val.slice(chunkIndex) + "'";
		return "'" + escapedVal + "'";
	}
	function dateToString(date, finalEscape, ctx = {}) {
		const timeZone = ctx.timeZone || "local";
		const dt = new Date(date);
		let year;
		let month;
		let day;
		let hour;
		let minute;
		let second;
		let millisecond;
		if (timeZone === "local") {
			year = dt.getFullYear();
			month = dt.getMonth() + 1;
			day = dt.getDate();
			hour = dt.getHours();
			minute = dt.getMinutes();
			second = dt.getSeconds();
			millisecond = dt.getMilliseconds();
		} else {
			const tz = convertTimezone(timeZone);
			if (tz !== false && tz !== 0) dt.setTime(dt.getTime() + tz * 6e4);
			year = dt.getUTCFullYear();
			month = dt.getUTCMonth() + 1;
			day = dt.getUTCDate();
			hour = dt.getUTCHours();
			minute = dt.getUTCMinutes();
			second = dt.getUTCSeconds();
			millisecond = dt.getUTCMilliseconds();
		}
		return zeroPad(year, 4) + "-" + zeroPad(month, 2) + "-" + zeroPad(day, 2) + " " + zeroPad(hour, 2) + ":" + zeroPad(minute, 2) + ":" + zeroPad(second, 2) + "." + zeroPad(millisecond, 3);
	}
	function zeroPad(number, length) {
		number = number.toString();
		while (number.length < length) number = "0" + number;
		return number;
	}
	function convertTimezone(tz) {
		if (tz === "Z") return 0;
		const m = tz.match(/([+\-\s])(\d\d):?(\d\d)?/);
		if (m) return (m[1] == "-" ? -1 : 1) * (parseInt(m[2], 10) + (m[3] ? parseInt(m[3], 10) : 0) / 60) * 60;
		return false;
	}
	module.exports = {
		arrayToList,
		bufferToString,
		dateToString,
		escapeString,
		charsRegex,
		charsMap,
		escapeObject,
		makeEscape
	};
}));
var require__listCacheClear = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Removes all key-value entries from the list cache.
	*
	* @private
	* @name clear
	* @memberOf ListCache
	*/
	function listCacheClear() {
		this.__data__ = [];
		this.size = 0;
	}
	module.exports = listCacheClear;
}));
var require_eq = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Performs a
	* [`SameValueZero`](http://ecma-international.org/ecma-262/7.0/#sec-samevaluezero)
	* comparison between two values to determine if they are equivalent.
	*
	* @static
	* @memberOf _
	* @since 4.0.0
	* @category Lang
	* @param {*} value The value to compare.
	* @param {*} other The other value to compare.
	* @returns {boolean} Returns `true` if the values are equivalent, else `false`.
	* @example
	*
	* var object = { 'a': 1 };
	* var other = { 'a': 1 };
	*
	* _.eq(object, object);
	* // => true
	*
	* _.eq(object, other);
	* // => false
	*
	* _.eq('a', 'a');
	* // => true
	*
	* _.eq('a', Object('a'));
	* // => false
	*
	* _.eq(NaN, NaN);
	* // => true
	*/
	function eq(value, other) {
		return value === other || value !== value && other !== other;
	}
	module.exports = eq;
}));
var require__assocIndexOf = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var eq = require_eq();
	/**
	* Gets the index at which the `key` is found in `array` of key-value pairs.
	*
	* @private
	* @param {Array} array The array to inspect.
	* @param {*} key The key to search for.
	* @returns {number} Returns the index of the matched value, else `-1`.
	*/
	function assocIndexOf(array, key) {
		var length = array.length;
		while (length--) if (eq(array[length][0], key)) return length;
		return -1;
	}
	module.exports = assocIndexOf;
}));
var require__listCacheDelete = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var assocIndexOf = require__assocIndexOf();
	/** Built-in value references. */
	var splice = Array.prototype.splice;
	/**
	* Removes `key` and its value from the list cache.
	*
	* @private
	* @name delete
	* @memberOf ListCache
	* @param {string} key The key of the value to remove.
	* @returns {boolean} Returns `true` if the entry was removed, else `false`.
	*/
	function listCacheDelete(key) {
		var data = this.__data__, index = assocIndexOf(data, key);
		if (index < 0) return false;
		if (index == data.length - 1) data.pop();
		else splice.call(data, index, 1);
		--this.size;
		return true;
	}
	module.exports = listCacheDelete;
}));
var require__listCacheGet = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var assocIndexOf = require__assocIndexOf();
	/**
	* Gets the list cache value for `key`.
	*
	* @private
	* @name get
	* @memberOf ListCache
	* @param {string} key The key of the value to get.
	* @returns {*} Returns the entry value.
	*/
	function listCacheGet(key) {
		var data = this.__data__, index = assocIndexOf(data, key);
		return index < 0 ? void 0 : data[index][1];
	}
	module.exports = listCacheGet;
}));
var require__listCacheHas = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var assocIndexOf = require__assocIndexOf();
	/**
	* Checks if a list cache value for `key` exists.
	*
	* @private
	* @name has
	* @memberOf ListCache
	* @param {string} key The key of the entry to check.
	* @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
	*/
	function listCacheHas(key) {
		return assocIndexOf(this.__data__, key) > -1;
	}
	module.exports = listCacheHas;
}));
var require__listCacheSet = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var assocIndexOf = require__assocIndexOf();
	/**
	* Sets the list cache `key` to `value`.
	*
	* @private
	* @name set
	* @memberOf ListCache
	* @param {string} key The key of the value to set.
	* @param {*} value The value to set.
	* @returns {Object} Returns the list cache instance.
	*/
	function listCacheSet(key, value) {
		var data = this.__data__, index = assocIndexOf(data, key);
		if (index < 0) {
			++this.size;
			data.push([key, value]);
		} else data[index][1] = value;
		return this;
	}
	module.exports = listCacheSet;
}));
var require__ListCache = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var listCacheClear = require__listCacheClear();
	var listCacheDelete = require__listCacheDelete();
	var listCacheGet = require__listCacheGet();
	var listCacheHas = require__listCacheHas();
	var listCacheSet = require__listCacheSet();
	/**
	* Creates an list cache object.
	*
	* @private
	* @constructor
	* @param {Array} [entries] The key-value pairs to cache.
	*/
	function ListCache(entries) {
		var index = -1, length = entries == null ? 0 : entries.length;
		this.clear();
		while (++index < length) {
			var entry = entries[index];
			this.set(entry[0], entry[1]);
		}
	}
	ListCache.prototype.clear = listCacheClear;
	ListCache.prototype["delete"] = listCacheDelete;
	ListCache.prototype.get = listCacheGet;
	ListCache.prototype.has = listCacheHas;
	ListCache.prototype.set = listCacheSet;
	module.exports = ListCache;
}));
var require__stackClear = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var ListCache = require__ListCache();
	/**
	* Removes all key-value entries from the stack.
	*
	* @private
	* @name clear
	* @memberOf Stack
	*/
	function stackClear() {
		this.__data__ = new ListCache();
		this.size = 0;
	}
	module.exports = stackClear;
}));
var require__stackDelete = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Removes `key` and its value from the stack.
	*
	* @private
	* @name delete
	* @memberOf Stack
	* @param {string} key The key of the value to remove.
	* @returns {boolean} Returns `true` if the entry was removed, else `false`.
	*/
	function stackDelete(key) {
		var data = this.__data__, result = data["delete"](key);
		this.size = data.size;
		return result;
	}
	module.exports = stackDelete;
}));
var require__stackGet = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Gets the stack value for `key`.
	*
	* @private
	* @name get
	* @memberOf Stack
	* @param {string} key The key of the value to get.
	* @returns {*} Returns the entry value.
	*/
	function stackGet(key) {
		return this.__data__.get(key);
	}
	module.exports = stackGet;
}));
var require__stackHas = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Checks if a stack value for `key` exists.
	*
	* @private
	* @name has
	* @memberOf Stack
	* @param {string} key The key of the entry to check.
	* @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
	*/
	function stackHas(key) {
		return this.__data__.has(key);
	}
	module.exports = stackHas;
}));
var require__freeGlobal = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = typeof global == "object" && global && global.Object === Object && global;
}));
var require__root = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var freeGlobal = require__freeGlobal();
	/** Detect free variable `self`. */
	var freeSelf = typeof self == "object" && self && self.Object === Object && self;
	module.exports = freeGlobal || freeSelf || Function("return this")();
}));
var require__Symbol = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require__root().Symbol;
}));
var require__getRawTag = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var Symbol = require__Symbol();
	/** Used for built-in method references. */
	var objectProto = Object.prototype;
	/** Used to check objects for own properties. */
	var hasOwnProperty = objectProto.hasOwnProperty;
	/**
	* Used to resolve the
	* [`toStringTag`](http://ecma-international.org/ecma-262/7.0/#sec-object.prototype.tostring)
	* of values.
	*/
	var nativeObjectToString = objectProto.toString;
	/** Built-in value references. */
	var symToStringTag = Symbol ? Symbol.toStringTag : void 0;
	/**
	* A specialized version of `baseGetTag` which ignores `Symbol.toStringTag` values.
	*
	* @private
	* @param {*} value The value to query.
	* @returns {string} Returns the raw `toStringTag`.
	*/
	function getRawTag(value) {
		var isOwn = hasOwnProperty.call(value, symToStringTag), tag = value[symToStringTag];
		try {
			value[symToStringTag] = void 0;
			var unmasked = true;
		} catch (e) {}
		var result = nativeObjectToString.call(value);
		if (unmasked) {
			if (isOwn) value[symToStringTag] = tag;
			else delete value[symToStringTag];
		}
		return result;
	}
	module.exports = getRawTag;
}));
var require__objectToString = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Used to resolve the
	* [`toStringTag`](http://ecma-international.org/ecma-262/7.0/#sec-object.prototype.tostring)
	* of values.
	*/
	var nativeObjectToString = Object.prototype.toString;
	/**
	* Converts `value` to a string using `Object.prototype.toString`.
	*
	* @private
	* @param {*} value The value to convert.
	* @returns {string} Returns the converted string.
	*/
	function objectToString(value) {
		return nativeObjectToString.call(value);
	}
	module.exports = objectToString;
}));
var require__baseGetTag = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var Symbol = require__Symbol();
	var getRawTag = require__getRawTag();
	var objectToString = require__objectToString();
	/** `Object#toString` result references. */
	var nullTag = "[object Null]";
	var undefinedTag = "[object Undefined]";
	/** Built-in value references. */
	var symToStringTag = Symbol ? Symbol.toStringTag : void 0;
	/**
	* The base implementation of `getTag` without fallbacks for buggy environments.
	*
	* @private
	* @param {*} value The value to query.
	* @returns {string} Returns the `toStringTag`.
	*/
	function baseGetTag(value) {
		if (value == null) return value === void 0 ? undefinedTag : nullTag;
		return symToStringTag && symToStringTag in Object(value) ? getRawTag(value) : objectToString(value);
	}
	module.exports = baseGetTag;
}));
var require_isObject = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Checks if `value` is the
	* [language type](http://www.ecma-international.org/ecma-262/7.0/#sec-ecmascript-language-types)
	* of `Object`. (e.g. arrays, functions, objects, regexes, `new Number(0)`, and `new String('')`)
	*
	* @static
	* @memberOf _
	* @since 0.1.0
	* @category Lang
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is an object, else `false`.
	* @example
	*
	* _.isObject({});
	* // => true
	*
	* _.isObject([1, 2, 3]);
	* // => true
	*
	* _.isObject(_.noop);
	* // => true
	*
	* _.isObject(null);
	* // => false
	*/
	function isObject(value) {
		var type = typeof value;
		return value != null && (type == "object" || type == "function");
	}
	module.exports = isObject;
}));
var require_isFunction = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseGetTag = require__baseGetTag();
	var isObject = require_isObject();
	/** `Object#toString` result references. */
	var asyncTag = "[object AsyncFunction]";
	var funcTag = "[object Function]";
	var genTag = "[object GeneratorFunction]";
	var proxyTag = "[object Proxy]";
	/**
	* Checks if `value` is classified as a `Function` object.
	*
	* @static
	* @memberOf _
	* @since 0.1.0
	* @category Lang
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is a function, else `false`.
	* @example
	*
	* _.isFunction(_);
	* // => true
	*
	* _.isFunction(/abc/);
	* // => false
	*/
	function isFunction(value) {
		if (!isObject(value)) return false;
		var tag = baseGetTag(value);
		return tag == funcTag || tag == genTag || tag == asyncTag || tag == proxyTag;
	}
	module.exports = isFunction;
}));
var require__coreJsData = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require__root()["__core-js_shared__"];
}));
var require__isMasked = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var coreJsData = require__coreJsData();
	/** Used to detect methods masquerading as native. */
	var maskSrcKey = function() {
		var uid = /[^.]+$/.exec(coreJsData && coreJsData.keys && coreJsData.keys.IE_PROTO || "");
		return uid ? "Symbol(src)_1." + uid : "";
	}();
	/**
	* Checks if `func` has its source masked.
	*
	* @private
	* @param {Function} func The function to check.
	* @returns {boolean} Returns `true` if `func` is masked, else `false`.
	*/
	function isMasked(func) {
		return !!maskSrcKey && maskSrcKey in func;
	}
	module.exports = isMasked;
}));
var require__toSource = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** Used to resolve the decompiled source of functions. */
	var funcToString = Function.prototype.toString;
	/**
	* Converts `func` to its source code.
	*
	* @private
	* @param {Function} func The function to convert.
	* @returns {string} Returns the source code.
	*/
	function toSource(func) {
		if (func != null) {
			try {
				return funcToString.call(func);
			} catch (e) {}
			try {
				return func + "";
			} catch (e) {}
		}
		return "";
	}
	module.exports = toSource;
}));
var require__baseIsNative = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isFunction = require_isFunction();
	var isMasked = require__isMasked();
	var isObject = require_isObject();
	var toSource = require__toSource();
	/**
	* Used to match `RegExp`
	* [syntax characters](http://ecma-international.org/ecma-262/7.0/#sec-patterns).
	*/
	var reRegExpChar = /[\\^$.*+?()[\]{}|]/g;
	/** Used to detect host constructors (Safari). */
	var reIsHostCtor = /^\[object .+?Constructor\]$/;
	/** Used for built-in method references. */
	var funcProto = Function.prototype;
	var objectProto = Object.prototype;
	/** Used to resolve the decompiled source of functions. */
	var funcToString = funcProto.toString;
	/** Used to check objects for own properties. */
	var hasOwnProperty = objectProto.hasOwnProperty;
	/** Used to detect if a method is native. */
	var reIsNative = RegExp("^" + funcToString.call(hasOwnProperty).replace(reRegExpChar, "\\$&").replace(/hasOwnProperty|(function).*?(?=\\\()| for .+?(?=\\\])/g, "$1.*?") + "$");
	/**
	* The base implementation of `_.isNative` without bad shim checks.
	*
	* @private
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is a native function,
	*  else `false`.
	*/
	function baseIsNative(value) {
		if (!isObject(value) || isMasked(value)) return false;
		return (isFunction(value) ? reIsNative : reIsHostCtor).test(toSource(value));
	}
	module.exports = baseIsNative;
}));
var require__getValue = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Gets the value at `key` of `object`.
	*
	* @private
	* @param {Object} [object] The object to query.
	* @param {string} key The key of the property to get.
	* @returns {*} Returns the property value.
	*/
	function getValue(object, key) {
		return object == null ? void 0 : object[key];
	}
	module.exports = getValue;
}));
var require__getNative = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseIsNative = require__baseIsNative();
	var getValue = require__getValue();
	/**
	* Gets the native function at `key` of `object`.
	*
	* @private
	* @param {Object} object The object to query.
	* @param {string} key The key of the method to get.
	* @returns {*} Returns the function if it's native, else `undefined`.
	*/
	function getNative(object, key) {
		var value = getValue(object, key);
		return baseIsNative(value) ? value : void 0;
	}
	module.exports = getNative;
}));
var require__Map = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require__getNative()(require__root(), "Map");
}));
var require__nativeCreate = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require__getNative()(Object, "create");
}));
var require__hashClear = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var nativeCreate = require__nativeCreate();
	/**
	* Removes all key-value entries from the hash.
	*
	* @private
	* @name clear
	* @memberOf Hash
	*/
	function hashClear() {
		this.__data__ = nativeCreate ? nativeCreate(null) : {};
		this.size = 0;
	}
	module.exports = hashClear;
}));
var require__hashDelete = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Removes `key` and its value from the hash.
	*
	* @private
	* @name delete
	* @memberOf Hash
	* @param {Object} hash The hash to modify.
	* @param {string} key The key of the value to remove.
	* @returns {boolean} Returns `true` if the entry was removed, else `false`.
	*/
	function hashDelete(key) {
		var result = this.has(key) && delete this.__data__[key];
		this.size -= result ? 1 : 0;
		return result;
	}
	module.exports = hashDelete;
}));
var require__hashGet = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var nativeCreate = require__nativeCreate();
	/** Used to stand-in for `undefined` hash values. */
	var HASH_UNDEFINED = "__lodash_hash_undefined__";
	/** Used to check objects for own properties. */
	var hasOwnProperty = Object.prototype.hasOwnProperty;
	/**
	* Gets the hash value for `key`.
	*
	* @private
	* @name get
	* @memberOf Hash
	* @param {string} key The key of the value to get.
	* @returns {*} Returns the entry value.
	*/
	function hashGet(key) {
		var data = this.__data__;
		if (nativeCreate) {
			var result = data[key];
			return result === HASH_UNDEFINED ? void 0 : result;
		}
		return hasOwnProperty.call(data, key) ? data[key] : void 0;
	}
	module.exports = hashGet;
}));
var require__hashHas = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var nativeCreate = require__nativeCreate();
	/** Used to check objects for own properties. */
	var hasOwnProperty = Object.prototype.hasOwnProperty;
	/**
	* Checks if a hash value for `key` exists.
	*
	* @private
	* @name has
	* @memberOf Hash
	* @param {string} key The key of the entry to check.
	* @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
	*/
	function hashHas(key) {
		var data = this.__data__;
		return nativeCreate ? data[key] !== void 0 : hasOwnProperty.call(data, key);
	}
	module.exports = hashHas;
}));
var require__hashSet = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var nativeCreate = require__nativeCreate();
	/** Used to stand-in for `undefined` hash values. */
	var HASH_UNDEFINED = "__lodash_hash_undefined__";
	/**
	* Sets the hash `key` to `value`.
	*
	* @private
	* @name set
	* @memberOf Hash
	* @param {string} key The key of the value to set.
	* @param {*} value The value to set.
	* @returns {Object} Returns the hash instance.
	*/
	function hashSet(key, value) {
		var data = this.__data__;
		this.size += this.has(key) ? 0 : 1;
		data[key] = nativeCreate && value === void 0 ? HASH_UNDEFINED : value;
		return this;
	}
	module.exports = hashSet;
}));
var require__Hash = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var hashClear = require__hashClear();
	var hashDelete = require__hashDelete();
	var hashGet = require__hashGet();
	var hashHas = require__hashHas();
	var hashSet = require__hashSet();
	/**
	* Creates a hash object.
	*
	* @private
	* @constructor
	* @param {Array} [entries] The key-value pairs to cache.
	*/
	function Hash(entries) {
		var index = -1, length = entries == null ? 0 : entries.length;
		this.clear();
		while (++index < length) {
			var entry = entries[index];
			this.set(entry[0], entry[1]);
		}
	}
	Hash.prototype.clear = hashClear;
	Hash.prototype["delete"] = hashDelete;
	Hash.prototype.get = hashGet;
	Hash.prototype.has = hashHas;
	Hash.prototype.set = hashSet;
	module.exports = Hash;
}));
var require__mapCacheClear = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var Hash = require__Hash();
	var ListCache = require__ListCache();
	var Map = require__Map();
	/**
	* Removes all key-value entries from the map.
	*
	* @private
	* @name clear
	* @memberOf MapCache
	*/
	function mapCacheClear() {
		this.size = 0;
		this.__data__ = {
			"hash": new Hash(),
			"map": new (Map || ListCache)(),
			"string": new Hash()
		};
	}
	module.exports = mapCacheClear;
}));
var require__isKeyable = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Checks if `value` is suitable for use as unique object key.
	*
	* @private
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is suitable, else `false`.
	*/
	function isKeyable(value) {
		var type = typeof value;
		return type == "string" || type == "number" || type == "symbol" || type == "boolean" ? value !== "__proto__" : value === null;
	}
	module.exports = isKeyable;
}));
var require__getMapData = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isKeyable = require__isKeyable();
	/**
	* Gets the data for `map`.
	*
	* @private
	* @param {Object} map The map to query.
	* @param {string} key The reference key.
	* @returns {*} Returns the map data.
	*/
	function getMapData(map, key) {
		var data = map.__data__;
		return isKeyable(key) ? data[typeof key == "string" ? "string" : "hash"] : data.map;
	}
	module.exports = getMapData;
}));
var require__mapCacheDelete = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var getMapData = require__getMapData();
	/**
	* Removes `key` and its value from the map.
	*
	* @private
	* @name delete
	* @memberOf MapCache
	* @param {string} key The key of the value to remove.
	* @returns {boolean} Returns `true` if the entry was removed, else `false`.
	*/
	function mapCacheDelete(key) {
		var result = getMapData(this, key)["delete"](key);
		this.size -= result ? 1 : 0;
		return result;
	}
	module.exports = mapCacheDelete;
}));
var require__mapCacheGet = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var getMapData = require__getMapData();
	/**
	* Gets the map value for `key`.
	*
	* @private
	* @name get
	* @memberOf MapCache
	* @param {string} key The key of the value to get.
	* @returns {*} Returns the entry value.
	*/
	function mapCacheGet(key) {
		return getMapData(this, key).get(key);
	}
	module.exports = mapCacheGet;
}));
var require__mapCacheHas = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var getMapData = require__getMapData();
	/**
	* Checks if a map value for `key` exists.
	*
	* @private
	* @name has
	* @memberOf MapCache
	* @param {string} key The key of the entry to check.
	* @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
	*/
	function mapCacheHas(key) {
		return getMapData(this, key).has(key);
	}
	module.exports = mapCacheHas;
}));
var require__mapCacheSet = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var getMapData = require__getMapData();
	/**
	* Sets the map `key` to `value`.
	*
	* @private
	* @name set
	* @memberOf MapCache
	* @param {string} key The key of the value to set.
	* @param {*} value The value to set.
	* @returns {Object} Returns the map cache instance.
	*/
	function mapCacheSet(key, value) {
		var data = getMapData(this, key), size = data.size;
		data.set(key, value);
		this.size += data.size == size ? 0 : 1;
		return this;
	}
	module.exports = mapCacheSet;
}));
var require__MapCache = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var mapCacheClear = require__mapCacheClear();
	var mapCacheDelete = require__mapCacheDelete();
	var mapCacheGet = require__mapCacheGet();
	var mapCacheHas = require__mapCacheHas();
	var mapCacheSet = require__mapCacheSet();
	/**
	* Creates a map cache object to store key-value pairs.
	*
	* @private
	* @constructor
	* @param {Array} [entries] The key-value pairs to cache.
	*/
	function MapCache(entries) {
		var index = -1, length = entries == null ? 0 : entries.length;
		this.clear();
		while (++index < length) {
			var entry = entries[index];
			this.set(entry[0], entry[1]);
		}
	}
	MapCache.prototype.clear = mapCacheClear;
	MapCache.prototype["delete"] = mapCacheDelete;
	MapCache.prototype.get = mapCacheGet;
	MapCache.prototype.has = mapCacheHas;
	MapCache.prototype.set = mapCacheSet;
	module.exports = MapCache;
}));
var require__stackSet = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var ListCache = require__ListCache();
	var Map = require__Map();
	var MapCache = require__MapCache();
	/** Used as the size to enable large array optimizations. */
	var LARGE_ARRAY_SIZE = 200;
	/**
	* Sets the stack `key` to `value`.
	*
	* @private
	* @name set
	* @memberOf Stack
	* @param {string} key The key of the value to set.
	* @param {*} value The value to set.
	* @returns {Object} Returns the stack cache instance.
	*/
	function stackSet(key, value) {
		var data = this.__data__;
		if (data instanceof ListCache) {
			var pairs = data.__data__;
			if (!Map || pairs.length < LARGE_ARRAY_SIZE - 1) {
				pairs.push([key, value]);
				this.size = ++data.size;
				return this;
			}
			data = this.__data__ = new MapCache(pairs);
		}
		data.set(key, value);
		this.size = data.size;
		return this;
	}
	module.exports = stackSet;
}));
var require__Stack = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var ListCache = require__ListCache();
	var stackClear = require__stackClear();
	var stackDelete = require__stackDelete();
	var stackGet = require__stackGet();
	var stackHas = require__stackHas();
	var stackSet = require__stackSet();
	/**
	* Creates a stack cache object to store key-value pairs.
	*
	* @private
	* @constructor
	* @param {Array} [entries] The key-value pairs to cache.
	*/
	function Stack(entries) {
		var data = this.__data__ = new ListCache(entries);
		this.size = data.size;
	}
	Stack.prototype.clear = stackClear;
	Stack.prototype["delete"] = stackDelete;
	Stack.prototype.get = stackGet;
	Stack.prototype.has = stackHas;
	Stack.prototype.set = stackSet;
	module.exports = Stack;
}));
var require__arrayEach = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* A specialized version of `_.forEach` for arrays without support for
	* iteratee shorthands.
	*
	* @private
	* @param {Array} [array] The array to iterate over.
	* @param {Function} iteratee The function invoked per iteration.
	* @returns {Array} Returns `array`.
	*/
	function arrayEach(array, iteratee) {
		var index = -1, length = array == null ? 0 : array.length;
		while (++index < length) if (iteratee(array[index], index, array) === false) break;
		return array;
	}
	module.exports = arrayEach;
}));
var require__defineProperty = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var getNative = require__getNative();
	module.exports = function() {
		try {
			var func = getNative(Object, "defineProperty");
			func({}, "", {});
			return func;
		} catch (e) {}
	}();
}));
var require__baseAssignValue = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var defineProperty = require__defineProperty();
	/**
	* The base implementation of `assignValue` and `assignMergeValue` without
	* value checks.
	*
	* @private
	* @param {Object} object The object to modify.
	* @param {string} key The key of the property to assign.
	* @param {*} value The value to assign.
	*/
	function baseAssignValue(object, key, value) {
		if (key == "__proto__" && defineProperty) defineProperty(object, key, {
			"configurable": true,
			"enumerable": true,
			"value": value,
			"writable": true
		});
		else object[key] = value;
	}
	module.exports = baseAssignValue;
}));
var require__assignValue = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseAssignValue = require__baseAssignValue();
	var eq = require_eq();
	/** Used to check objects for own properties. */
	var hasOwnProperty = Object.prototype.hasOwnProperty;
	/**
	* Assigns `value` to `key` of `object` if the existing value is not equivalent
	* using [`SameValueZero`](http://ecma-international.org/ecma-262/7.0/#sec-samevaluezero)
	* for equality comparisons.
	*
	* @private
	* @param {Object} object The object to modify.
	* @param {string} key The key of the property to assign.
	* @param {*} value The value to assign.
	*/
	function assignValue(object, key, value) {
		var objValue = object[key];
		if (!(hasOwnProperty.call(object, key) && eq(objValue, value)) || value === void 0 && !(key in object)) baseAssignValue(object, key, value);
	}
	module.exports = assignValue;
}));
var require__copyObject = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var assignValue = require__assignValue();
	var baseAssignValue = require__baseAssignValue();
	/**
	* Copies properties of `source` to `object`.
	*
	* @private
	* @param {Object} source The object to copy properties from.
	* @param {Array} props The property identifiers to copy.
	* @param {Object} [object={}] The object to copy properties to.
	* @param {Function} [customizer] The function to customize copied values.
	* @returns {Object} Returns `object`.
	*/
	function copyObject(source, props, object, customizer) {
		var isNew = !object;
		object || (object = {});
		var index = -1, length = props.length;
		while (++index < length) {
			var key = props[index];
			var newValue = customizer ? customizer(object[key], source[key], key, object, source) : void 0;
			if (newValue === void 0) newValue = source[key];
			if (isNew) baseAssignValue(object, key, newValue);
			else assignValue(object, key, newValue);
		}
		return object;
	}
	module.exports = copyObject;
}));
var require__baseTimes = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* The base implementation of `_.times` without support for iteratee shorthands
	* or max array length checks.
	*
	* @private
	* @param {number} n The number of times to invoke `iteratee`.
	* @param {Function} iteratee The function invoked per iteration.
	* @returns {Array} Returns the array of results.
	*/
	function baseTimes(n, iteratee) {
		var index = -1, result = Array(n);
		while (++index < n) result[index] = iteratee(index);
		return result;
	}
	module.exports = baseTimes;
}));
var require_isObjectLike = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Checks if `value` is object-like. A value is object-like if it's not `null`
	* and has a `typeof` result of "object".
	*
	* @static
	* @memberOf _
	* @since 4.0.0
	* @category Lang
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is object-like, else `false`.
	* @example
	*
	* _.isObjectLike({});
	* // => true
	*
	* _.isObjectLike([1, 2, 3]);
	* // => true
	*
	* _.isObjectLike(_.noop);
	* // => false
	*
	* _.isObjectLike(null);
	* // => false
	*/
	function isObjectLike(value) {
		return value != null && typeof value == "object";
	}
	module.exports = isObjectLike;
}));
var require__baseIsArguments = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseGetTag = require__baseGetTag();
	var isObjectLike = require_isObjectLike();
	/** `Object#toString` result references. */
	var argsTag = "[object Arguments]";
	/**
	* The base implementation of `_.isArguments`.
	*
	* @private
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is an `arguments` object,
	*/
	function baseIsArguments(value) {
		return isObjectLike(value) && baseGetTag(value) == argsTag;
	}
	module.exports = baseIsArguments;
}));
var require_isArguments = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseIsArguments = require__baseIsArguments();
	var isObjectLike = require_isObjectLike();
	/** Used for built-in method references. */
	var objectProto = Object.prototype;
	/** Used to check objects for own properties. */
	var hasOwnProperty = objectProto.hasOwnProperty;
	/** Built-in value references. */
	var propertyIsEnumerable = objectProto.propertyIsEnumerable;
	module.exports = baseIsArguments(function() {
		return arguments;
	}()) ? baseIsArguments : function(value) {
		return isObjectLike(value) && hasOwnProperty.call(value, "callee") && !propertyIsEnumerable.call(value, "callee");
	};
}));
var require_isArray = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = Array.isArray;
}));
var require_stubFalse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* This method returns `false`.
	*
	* @static
	* @memberOf _
	* @since 4.13.0
	* @category Util
	* @returns {boolean} Returns `false`.
	* @example
	*
	* _.times(2, _.stubFalse);
	* // => [false, false]
	*/
	function stubFalse() {
		return false;
	}
	module.exports = stubFalse;
}));
var require_isBuffer = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var root = require__root();
	var stubFalse = require_stubFalse();
	/** Detect free variable `exports`. */
	var freeExports = typeof exports == "object" && exports && !exports.nodeType && exports;
	/** Detect free variable `module`. */
	var freeModule = freeExports && typeof module == "object" && module && !module.nodeType && module;
	/** Built-in value references. */
	var Buffer = freeModule && freeModule.exports === freeExports ? root.Buffer : void 0;
	module.exports = (Buffer ? Buffer.isBuffer : void 0) || stubFalse;
}));
var require__isIndex = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** Used as references for various `Number` constants. */
	var MAX_SAFE_INTEGER = 9007199254740991;
	/** Used to detect unsigned integer values. */
	var reIsUint = /^(?:0|[1-9]\d*)$/;
	/**
	* Checks if `value` is a valid array-like index.
	*
	* @private
	* @param {*} value The value to check.
	* @param {number} [length=MAX_SAFE_INTEGER] The upper bounds of a valid index.
	* @returns {boolean} Returns `true` if `value` is a valid index, else `false`.
	*/
	function isIndex(value, length) {
		var type = typeof value;
		length = length == null ? MAX_SAFE_INTEGER : length;
		return !!length && (type == "number" || type != "symbol" && reIsUint.test(value)) && value > -1 && value % 1 == 0 && value < length;
	}
	module.exports = isIndex;
}));
var require_isLength = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** Used as references for various `Number` constants. */
	var MAX_SAFE_INTEGER = 9007199254740991;
	/**
	* Checks if `value` is a valid array-like length.
	*
	* **Note:** This method is loosely based on
	* [`ToLength`](http://ecma-international.org/ecma-262/7.0/#sec-tolength).
	*
	* @static
	* @memberOf _
	* @since 4.0.0
	* @category Lang
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is a valid length, else `false`.
	* @example
	*
	* _.isLength(3);
	* // => true
	*
	* _.isLength(Number.MIN_VALUE);
	* // => false
	*
	* _.isLength(Infinity);
	* // => false
	*
	* _.isLength('3');
	* // => false
	*/
	function isLength(value) {
		return typeof value == "number" && value > -1 && value % 1 == 0 && value <= MAX_SAFE_INTEGER;
	}
	module.exports = isLength;
}));
var require__baseIsTypedArray = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseGetTag = require__baseGetTag();
	var isLength = require_isLength();
	var isObjectLike = require_isObjectLike();
	/** `Object#toString` result references. */
	var argsTag = "[object Arguments]";
	var arrayTag = "[object Array]";
	var boolTag = "[object Boolean]";
	var dateTag = "[object Date]";
	var errorTag = "[object Error]";
	var funcTag = "[object Function]";
	var mapTag = "[object Map]";
	var numberTag = "[object Number]";
	var objectTag = "[object Object]";
	var regexpTag = "[object RegExp]";
	var setTag = "[object Set]";
	var stringTag = "[object String]";
	var weakMapTag = "[object WeakMap]";
	var arrayBufferTag = "[object ArrayBuffer]";
	var dataViewTag = "[object DataView]";
	var float32Tag = "[object Float32Array]";
	var float64Tag = "[object Float64Array]";
	var int8Tag = "[object Int8Array]";
	var int16Tag = "[object Int16Array]";
	var int32Tag = "[object Int32Array]";
	var uint8Tag = "[object Uint8Array]";
	var uint8ClampedTag = "[object Uint8ClampedArray]";
	var uint16Tag = "[object Uint16Array]";
	var uint32Tag = "[object Uint32Array]";
	/** Used to identify `toStringTag` values of typed arrays. */
	var typedArrayTags = {};
	typedArrayTags[float32Tag] = typedArrayTags[float64Tag] = typedArrayTags[int8Tag] = typedArrayTags[int16Tag] = typedArrayTags[int32Tag] = typedArrayTags[uint8Tag] = typedArrayTags[uint8ClampedTag] = typedArrayTags[uint16Tag] = typedArrayTags[uint32Tag] = true;
	typedArrayTags[argsTag] = typedArrayTags[arrayTag] = typedArrayTags[arrayBufferTag] = typedArrayTags[boolTag] = typedArrayTags[dataViewTag] = typedArrayTags[dateTag] = typedArrayTags[errorTag] = typedArrayTags[funcTag] = typedArrayTags[mapTag] = typedArrayTags[numberTag] = typedArrayTags[objectTag] = typedArrayTags[regexpTag] = typedArrayTags[setTag] = typedArrayTags[stringTag] = typedArrayTags[weakMapTag] = false;
	/**
	* The base implementation of `_.isTypedArray` without Node.js optimizations.
	*
	* @private
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is a typed array, else `false`.
	*/
	function baseIsTypedArray(value) {
		return isObjectLike(value) && isLength(value.length) && !!typedArrayTags[baseGetTag(value)];
	}
	module.exports = baseIsTypedArray;
}));
var require__baseUnary = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* The base implementation of `_.unary` without support for storing metadata.
	*
	* @private
	* @param {Function} func The function to cap arguments for.
	* @returns {Function} Returns the new capped function.
	*/
	function baseUnary(func) {
		return function(value) {
			return func(value);
		};
	}
	module.exports = baseUnary;
}));
var require__nodeUtil = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var freeGlobal = require__freeGlobal();
	/** Detect free variable `exports`. */
	var freeExports = typeof exports == "object" && exports && !exports.nodeType && exports;
	/** Detect free variable `module`. */
	var freeModule = freeExports && typeof module == "object" && module && !module.nodeType && module;
	/** Detect free variable `process` from Node.js. */
	var freeProcess = freeModule && freeModule.exports === freeExports && freeGlobal.process;
	module.exports = function() {
		try {
			var types = freeModule && freeModule.require && freeModule.require("util").types;
			if (types) return types;
			return freeProcess && freeProcess.binding && freeProcess.binding("util");
		} catch (e) {}
	}();
}));
var require_isTypedArray = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseIsTypedArray = require__baseIsTypedArray();
	var baseUnary = require__baseUnary();
	var nodeUtil = require__nodeUtil();
	var nodeIsTypedArray = nodeUtil && nodeUtil.isTypedArray;
	module.exports = nodeIsTypedArray ? baseUnary(nodeIsTypedArray) : baseIsTypedArray;
}));
var require__arrayLikeKeys = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseTimes = require__baseTimes();
	var isArguments = require_isArguments();
	var isArray = require_isArray();
	var isBuffer = require_isBuffer();
	var isIndex = require__isIndex();
	var isTypedArray = require_isTypedArray();
	/** Used to check objects for own properties. */
	var hasOwnProperty = Object.prototype.hasOwnProperty;
	/**
	* Creates an array of the enumerable property names of the array-like `value`.
	*
	* @private
	* @param {*} value The value to query.
	* @param {boolean} inherited Specify returning inherited property names.
	* @returns {Array} Returns the array of property names.
	*/
	function arrayLikeKeys(value, inherited) {
		var isArr = isArray(value), isArg = !isArr && isArguments(value), isBuff = !isArr && !isArg && isBuffer(value), isType = !isArr && !isArg && !isBuff && isTypedArray(value), skipIndexes = isArr || isArg || isBuff || isType, result = skipIndexes ? baseTimes(value.length, String) : [], length = result.length;
		for (var key in value) if ((inherited || hasOwnProperty.call(value, key)) && !(skipIndexes && (key == "length" || isBuff && (key == "offset" || key == "parent") || isType && (key == "buffer" || key == "byteLength" || key == "byteOffset") || isIndex(key, length)))) result.push(key);
		return result;
	}
	module.exports = arrayLikeKeys;
}));
var require__isPrototype = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** Used for built-in method references. */
	var objectProto = Object.prototype;
	/**
	* Checks if `value` is likely a prototype object.
	*
	* @private
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is a prototype, else `false`.
	*/
	function isPrototype(value) {
		var Ctor = value && value.constructor;
		return value === (typeof Ctor == "function" && Ctor.prototype || objectProto);
	}
	module.exports = isPrototype;
}));
var require__overArg = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Creates a unary function that invokes `func` with its argument transformed.
	*
	* @private
	* @param {Function} func The function to wrap.
	* @param {Function} transform The argument transform.
	* @returns {Function} Returns the new function.
	*/
	function overArg(func, transform) {
		return function(arg) {
			return func(transform(arg));
		};
	}
	module.exports = overArg;
}));
var require__nativeKeys = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require__overArg()(Object.keys, Object);
}));
var require__baseKeys = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isPrototype = require__isPrototype();
	var nativeKeys = require__nativeKeys();
	/** Used to check objects for own properties. */
	var hasOwnProperty = Object.prototype.hasOwnProperty;
	/**
	* The base implementation of `_.keys` which doesn't treat sparse arrays as dense.
	*
	* @private
	* @param {Object} object The object to query.
	* @returns {Array} Returns the array of property names.
	*/
	function baseKeys(object) {
		if (!isPrototype(object)) return nativeKeys(object);
		var result = [];
		for (var key in Object(object)) if (hasOwnProperty.call(object, key) && key != "constructor") result.push(key);
		return result;
	}
	module.exports = baseKeys;
}));
var require_isArrayLike = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isFunction = require_isFunction();
	var isLength = require_isLength();
	/**
	* Checks if `value` is array-like. A value is considered array-like if it's
	* not a function and has a `value.length` that's an integer greater than or
	* equal to `0` and less than or equal to `Number.MAX_SAFE_INTEGER`.
	*
	* @static
	* @memberOf _
	* @since 4.0.0
	* @category Lang
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is array-like, else `false`.
	* @example
	*
	* _.isArrayLike([1, 2, 3]);
	* // => true
	*
	* _.isArrayLike(document.body.children);
	* // => true
	*
	* _.isArrayLike('abc');
	* // => true
	*
	* _.isArrayLike(_.noop);
	* // => false
	*/
	function isArrayLike(value) {
		return value != null && isLength(value.length) && !isFunction(value);
	}
	module.exports = isArrayLike;
}));
var require_keys = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var arrayLikeKeys = require__arrayLikeKeys();
	var baseKeys = require__baseKeys();
	var isArrayLike = require_isArrayLike();
	/**
	* Creates an array of the own enumerable property names of `object`.
	*
	* **Note:** Non-object values are coerced to objects. See the
	* [ES spec](http://ecma-international.org/ecma-262/7.0/#sec-object.keys)
	* for more details.
	*
	* @static
	* @since 0.1.0
	* @memberOf _
	* @category Object
	* @param {Object} object The object to query.
	* @returns {Array} Returns the array of property names.
	* @example
	*
	* function Foo() {
	*   this.a = 1;
	*   this.b = 2;
	* }
	*
	* Foo.prototype.c = 3;
	*
	* _.keys(new Foo);
	* // => ['a', 'b'] (iteration order is not guaranteed)
	*
	* _.keys('hi');
	* // => ['0', '1']
	*/
	function keys(object) {
		return isArrayLike(object) ? arrayLikeKeys(object) : baseKeys(object);
	}
	module.exports = keys;
}));
var require__baseAssign = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var copyObject = require__copyObject();
	var keys = require_keys();
	/**
	* The base implementation of `_.assign` without support for multiple sources
	* or `customizer` functions.
	*
	* @private
	* @param {Object} object The destination object.
	* @param {Object} source The source object.
	* @returns {Object} Returns `object`.
	*/
	function baseAssign(object, source) {
		return object && copyObject(source, keys(source), object);
	}
	module.exports = baseAssign;
}));
var require__nativeKeysIn = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* This function is like
	* [`Object.keys`](http://ecma-international.org/ecma-262/7.0/#sec-object.keys)
	* except that it includes inherited enumerable properties.
	*
	* @private
	* @param {Object} object The object to query.
	* @returns {Array} Returns the array of property names.
	*/
	function nativeKeysIn(object) {
		var result = [];
		if (object != null) for (var key in Object(object)) result.push(key);
		return result;
	}
	module.exports = nativeKeysIn;
}));
var require__baseKeysIn = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isObject = require_isObject();
	var isPrototype = require__isPrototype();
	var nativeKeysIn = require__nativeKeysIn();
	/** Used to check objects for own properties. */
	var hasOwnProperty = Object.prototype.hasOwnProperty;
	/**
	* The base implementation of `_.keysIn` which doesn't treat sparse arrays as dense.
	*
	* @private
	* @param {Object} object The object to query.
	* @returns {Array} Returns the array of property names.
	*/
	function baseKeysIn(object) {
		if (!isObject(object)) return nativeKeysIn(object);
		var isProto = isPrototype(object), result = [];
		for (var key in object) if (!(key == "constructor" && (isProto || !hasOwnProperty.call(object, key)))) result.push(key);
		return result;
	}
	module.exports = baseKeysIn;
}));
var require_keysIn = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var arrayLikeKeys = require__arrayLikeKeys();
	var baseKeysIn = require__baseKeysIn();
	var isArrayLike = require_isArrayLike();
	/**
	* Creates an array of the own and inherited enumerable property names of `object`.
	*
	* **Note:** Non-object values are coerced to objects.
	*
	* @static
	* @memberOf _
	* @since 3.0.0
	* @category Object
	* @param {Object} object The object to query.
	* @returns {Array} Returns the array of property names.
	* @example
	*
	* function Foo() {
	*   this.a = 1;
	*   this.b = 2;
	* }
	*
	* Foo.prototype.c = 3;
	*
	* _.keysIn(new Foo);
	* // => ['a', 'b', 'c'] (iteration order is not guaranteed)
	*/
	function keysIn(object) {
		return isArrayLike(object) ? arrayLikeKeys(object, true) : baseKeysIn(object);
	}
	module.exports = keysIn;
}));
var require__baseAssignIn = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var copyObject = require__copyObject();
	var keysIn = require_keysIn();
	/**
	* The base implementation of `_.assignIn` without support for multiple sources
	* or `customizer` functions.
	*
	* @private
	* @param {Object} object The destination object.
	* @param {Object} source The source object.
	* @returns {Object} Returns `object`.
	*/
	function baseAssignIn(object, source) {
		return object && copyObject(source, keysIn(source), object);
	}
	module.exports = baseAssignIn;
}));
var require__cloneBuffer = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var root = require__root();
	/** Detect free variable `exports`. */
	var freeExports = typeof exports == "object" && exports && !exports.nodeType && exports;
	/** Detect free variable `module`. */
	var freeModule = freeExports && typeof module == "object" && module && !module.nodeType && module;
	/** Built-in value references. */
	var Buffer = freeModule && freeModule.exports === freeExports ? root.Buffer : void 0;
	var allocUnsafe = Buffer ? Buffer.allocUnsafe : void 0;
	/**
	* Creates a clone of  `buffer`.
	*
	* @private
	* @param {Buffer} buffer The buffer to clone.
	* @param {boolean} [isDeep] Specify a deep clone.
	* @returns {Buffer} Returns the cloned buffer.
	*/
	function cloneBuffer(buffer, isDeep) {
		if (isDeep) return buffer.slice();
		var length = buffer.length, result = allocUnsafe ? allocUnsafe(length) : new buffer.constructor(length);
		buffer.copy(result);
		return result;
	}
	module.exports = cloneBuffer;
}));
var require__copyArray = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Copies the values of `source` to `array`.
	*
	* @private
	* @param {Array} source The array to copy values from.
	* @param {Array} [array=[]] The array to copy values to.
	* @returns {Array} Returns `array`.
	*/
	function copyArray(source, array) {
		var index = -1, length = source.length;
		array || (array = Array(length));
		while (++index < length) array[index] = source[index];
		return array;
	}
	module.exports = copyArray;
}));
var require__arrayFilter = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* A specialized version of `_.filter` for arrays without support for
	* iteratee shorthands.
	*
	* @private
	* @param {Array} [array] The array to iterate over.
	* @param {Function} predicate The function invoked per iteration.
	* @returns {Array} Returns the new filtered array.
	*/
	function arrayFilter(array, predicate) {
		var index = -1, length = array == null ? 0 : array.length, resIndex = 0, result = [];
		while (++index < length) {
			var value = array[index];
			if (predicate(value, index, array)) result[resIndex++] = value;
		}
		return result;
	}
	module.exports = arrayFilter;
}));
var require_stubArray = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* This method returns a new empty array.
	*
	* @static
	* @memberOf _
	* @since 4.13.0
	* @category Util
	* @returns {Array} Returns the new empty array.
	* @example
	*
	* var arrays = _.times(2, _.stubArray);
	*
	* console.log(arrays);
	* // => [[], []]
	*
	* console.log(arrays[0] === arrays[1]);
	* // => false
	*/
	function stubArray() {
		return [];
	}
	module.exports = stubArray;
}));
var require__getSymbols = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var arrayFilter = require__arrayFilter();
	var stubArray = require_stubArray();
	/** Built-in value references. */
	var propertyIsEnumerable = Object.prototype.propertyIsEnumerable;
	var nativeGetSymbols = Object.getOwnPropertySymbols;
	module.exports = !nativeGetSymbols ? stubArray : function(object) {
		if (object == null) return [];
		object = Object(object);
		return arrayFilter(nativeGetSymbols(object), function(symbol) {
			return propertyIsEnumerable.call(object, symbol);
		});
	};
}));
var require__copySymbols = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var copyObject = require__copyObject();
	var getSymbols = require__getSymbols();
	/**
	* Copies own symbols of `source` to `object`.
	*
	* @private
	* @param {Object} source The object to copy symbols from.
	* @param {Object} [object={}] The object to copy symbols to.
	* @returns {Object} Returns `object`.
	*/
	function copySymbols(source, object) {
		return copyObject(source, getSymbols(source), object);
	}
	module.exports = copySymbols;
}));
var require__arrayPush = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Appends the elements of `values` to `array`.
	*
	* @private
	* @param {Array} array The array to modify.
	* @param {Array} values The values to append.
	* @returns {Array} Returns `array`.
	*/
	function arrayPush(array, values) {
		var index = -1, length = values.length, offset = array.length;
		while (++index < length) array[offset + index] = values[index];
		return array;
	}
	module.exports = arrayPush;
}));
var require__getPrototype = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require__overArg()(Object.getPrototypeOf, Object);
}));
var require__getSymbolsIn = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var arrayPush = require__arrayPush();
	var getPrototype = require__getPrototype();
	var getSymbols = require__getSymbols();
	var stubArray = require_stubArray();
	module.exports = !Object.getOwnPropertySymbols ? stubArray : function(object) {
		var result = [];
		while (object) {
			arrayPush(result, getSymbols(object));
			object = getPrototype(object);
		}
		return result;
	};
}));
var require__copySymbolsIn = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var copyObject = require__copyObject();
	var getSymbolsIn = require__getSymbolsIn();
	/**
	* Copies own and inherited symbols of `source` to `object`.
	*
	* @private
	* @param {Object} source The object to copy symbols from.
	* @param {Object} [object={}] The object to copy symbols to.
	* @returns {Object} Returns `object`.
	*/
	function copySymbolsIn(source, object) {
		return copyObject(source, getSymbolsIn(source), object);
	}
	module.exports = copySymbolsIn;
}));
var require__baseGetAllKeys = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var arrayPush = require__arrayPush();
	var isArray = require_isArray();
	/**
	* The base implementation of `getAllKeys` and `getAllKeysIn` which uses
	* `keysFunc` and `symbolsFunc` to get the enumerable property names and
	* symbols of `object`.
	*
	* @private
	* @param {Object} object The object to query.
	* @param {Function} keysFunc The function to get the keys of `object`.
	* @param {Function} symbolsFunc The function to get the symbols of `object`.
	* @returns {Array} Returns the array of property names and symbols.
	*/
	function baseGetAllKeys(object, keysFunc, symbolsFunc) {
		var result = keysFunc(object);
		return isArray(object) ? result : arrayPush(result, symbolsFunc(object));
	}
	module.exports = baseGetAllKeys;
}));
var require__getAllKeys = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseGetAllKeys = require__baseGetAllKeys();
	var getSymbols = require__getSymbols();
	var keys = require_keys();
	/**
	* Creates an array of own enumerable property names and symbols of `object`.
	*
	* @private
	* @param {Object} object The object to query.
	* @returns {Array} Returns the array of property names and symbols.
	*/
	function getAllKeys(object) {
		return baseGetAllKeys(object, keys, getSymbols);
	}
	module.exports = getAllKeys;
}));
var require__getAllKeysIn = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseGetAllKeys = require__baseGetAllKeys();
	var getSymbolsIn = require__getSymbolsIn();
	var keysIn = require_keysIn();
	/**
	* Creates an array of own and inherited enumerable property names and
	* symbols of `object`.
	*
	* @private
	* @param {Object} object The object to query.
	* @returns {Array} Returns the array of property names and symbols.
	*/
	function getAllKeysIn(object) {
		return baseGetAllKeys(object, keysIn, getSymbolsIn);
	}
	module.exports = getAllKeysIn;
}));
var require__DataView = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require__getNative()(require__root(), "DataView");
}));
var require__Promise = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require__getNative()(require__root(), "Promise");
}));
var require__Set = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require__getNative()(require__root(), "Set");
}));
var require__WeakMap = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require__getNative()(require__root(), "WeakMap");
}));
var require__getTag = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var DataView = require__DataView();
	var Map = require__Map();
	var Promise = require__Promise();
	var Set = require__Set();
	var WeakMap = require__WeakMap();
	var baseGetTag = require__baseGetTag();
	var toSource = require__toSource();
	/** `Object#toString` result references. */
	var mapTag = "[object Map]";
	var objectTag = "[object Object]";
	var promiseTag = "[object Promise]";
	var setTag = "[object Set]";
	var weakMapTag = "[object WeakMap]";
	var dataViewTag = "[object DataView]";
	/** Used to detect maps, sets, and weakmaps. */
	var dataViewCtorString = toSource(DataView);
	var mapCtorString = toSource(Map);
	var promiseCtorString = toSource(Promise);
	var setCtorString = toSource(Set);
	var weakMapCtorString = toSource(WeakMap);
	/**
	* Gets the `toStringTag` of `value`.
	*
	* @private
	* @param {*} value The value to query.
	* @returns {string} Returns the `toStringTag`.
	*/
	var getTag = baseGetTag;
	if (DataView && getTag(new DataView(/* @__PURE__ */ new ArrayBuffer(1))) != dataViewTag || Map && getTag(new Map()) != mapTag || Promise && getTag(Promise.resolve()) != promiseTag || Set && getTag(new Set()) != setTag || WeakMap && getTag(new WeakMap()) != weakMapTag) getTag = function(value) {
		var result = baseGetTag(value), Ctor = result == objectTag ? value.constructor : void 0, ctorString = Ctor ? toSource(Ctor) : "";
		if (ctorString) switch (ctorString) {
			case dataViewCtorString: return dataViewTag;
			case mapCtorString: return mapTag;
			case promiseCtorString: return promiseTag;
			case setCtorString: return setTag;
			case weakMapCtorString: return weakMapTag;
		}
		return result;
	};
	module.exports = getTag;
}));
var require__initCloneArray = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** Used to check objects for own properties. */
	var hasOwnProperty = Object.prototype.hasOwnProperty;
	/**
	* Initializes an array clone.
	*
	* @private
	* @param {Array} array The array to clone.
	* @returns {Array} Returns the initialized clone.
	*/
	function initCloneArray(array) {
		var length = array.length, result = new array.constructor(length);
		if (length && typeof array[0] == "string" && hasOwnProperty.call(array, "index")) {
			result.index = array.index;
			result.input = array.input;
		}
		return result;
	}
	module.exports = initCloneArray;
}));
var require__Uint8Array = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require__root().Uint8Array;
}));
var require__cloneArrayBuffer = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var Uint8Array = require__Uint8Array();
	/**
	* Creates a clone of `arrayBuffer`.
	*
	* @private
	* @param {ArrayBuffer} arrayBuffer The array buffer to clone.
	* @returns {ArrayBuffer} Returns the cloned array buffer.
	*/
	function cloneArrayBuffer(arrayBuffer) {
		var result = new arrayBuffer.constructor(arrayBuffer.byteLength);
		new Uint8Array(result).set(new Uint8Array(arrayBuffer));
		return result;
	}
	module.exports = cloneArrayBuffer;
}));
var require__cloneDataView = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var cloneArrayBuffer = require__cloneArrayBuffer();
	/**
	* Creates a clone of `dataView`.
	*
	* @private
	* @param {Object} dataView The data view to clone.
	* @param {boolean} [isDeep] Specify a deep clone.
	* @returns {Object} Returns the cloned data view.
	*/
	function cloneDataView(dataView, isDeep) {
		var buffer = isDeep ? cloneArrayBuffer(dataView.buffer) : dataView.buffer;
		return new dataView.constructor(buffer, dataView.byteOffset, dataView.byteLength);
	}
	module.exports = cloneDataView;
}));
var require__cloneRegExp = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** Used to match `RegExp` flags from their coerced string values. */
	var reFlags = /\w*$/;
	/**
	* Creates a clone of `regexp`.
	*
	* @private
	* @param {Object} regexp The regexp to clone.
	* @returns {Object} Returns the cloned regexp.
	*/
	function cloneRegExp(regexp) {
		var result = new regexp.constructor(regexp.source, reFlags.exec(regexp));
		result.lastIndex = regexp.lastIndex;
		return result;
	}
	module.exports = cloneRegExp;
}));
var require__cloneSymbol = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var Symbol = require__Symbol();
	/** Used to convert symbols to primitives and strings. */
	var symbolProto = Symbol ? Symbol.prototype : void 0;
	var symbolValueOf = symbolProto ? symbolProto.valueOf : void 0;
	/**
	* Creates a clone of the `symbol` object.
	*
	* @private
	* @param {Object} symbol The symbol object to clone.
	* @returns {Object} Returns the cloned symbol object.
	*/
	function cloneSymbol(symbol) {
		return symbolValueOf ? Object(symbolValueOf.call(symbol)) : {};
	}
	module.exports = cloneSymbol;
}));
var require__cloneTypedArray = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var cloneArrayBuffer = require__cloneArrayBuffer();
	/**
	* Creates a clone of `typedArray`.
	*
	* @private
	* @param {Object} typedArray The typed array to clone.
	* @param {boolean} [isDeep] Specify a deep clone.
	* @returns {Object} Returns the cloned typed array.
	*/
	function cloneTypedArray(typedArray, isDeep) {
		var buffer = isDeep ? cloneArrayBuffer(typedArray.buffer) : typedArray.buffer;
		return new typedArray.constructor(buffer, typedArray.byteOffset, typedArray.length);
	}
	module.exports = cloneTypedArray;
}));
var require__initCloneByTag = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var cloneArrayBuffer = require__cloneArrayBuffer();
	var cloneDataView = require__cloneDataView();
	var cloneRegExp = require__cloneRegExp();
	var cloneSymbol = require__cloneSymbol();
	var cloneTypedArray = require__cloneTypedArray();
	/** `Object#toString` result references. */
	var boolTag = "[object Boolean]";
	var dateTag = "[object Date]";
	var mapTag = "[object Map]";
	var numberTag = "[object Number]";
	var regexpTag = "[object RegExp]";
	var setTag = "[object Set]";
	var stringTag = "[object String]";
	var symbolTag = "[object Symbol]";
	var arrayBufferTag = "[object ArrayBuffer]";
	var dataViewTag = "[object DataView]";
	var float32Tag = "[object Float32Array]";
	var float64Tag = "[object Float64Array]";
	var int8Tag = "[object Int8Array]";
	var int16Tag = "[object Int16Array]";
	var int32Tag = "[object Int32Array]";
	var uint8Tag = "[object Uint8Array]";
	var uint8ClampedTag = "[object Uint8ClampedArray]";
	var uint16Tag = "[object Uint16Array]";
	var uint32Tag = "[object Uint32Array]";
	/**
	* Initializes an object clone based on its `toStringTag`.
	*
	* **Note:** This function only supports cloning values with tags of
	* `Boolean`, `Date`, `Error`, `Map`, `Number`, `RegExp`, `Set`, or `String`.
	*
	* @private
	* @param {Object} object The object to clone.
	* @param {string} tag The `toStringTag` of the object to clone.
	* @param {boolean} [isDeep] Specify a deep clone.
	* @returns {Object} Returns the initialized clone.
	*/
	function initCloneByTag(object, tag, isDeep) {
		var Ctor = object.constructor;
		switch (tag) {
			case arrayBufferTag: return cloneArrayBuffer(object);
			case boolTag:
			case dateTag: return new Ctor(+object);
			case dataViewTag: return cloneDataView(object, isDeep);
			case float32Tag:
			case float64Tag:
			case int8Tag:
			case int16Tag:
			case int32Tag:
			case uint8Tag:
			case uint8ClampedTag:
			case uint16Tag:
			case uint32Tag: return cloneTypedArray(object, isDeep);
			case mapTag: return new Ctor();
			case numberTag:
			case stringTag: return new Ctor(object);
			case regexpTag: return cloneRegExp(object);
			case setTag: return new Ctor();
			case symbolTag: return cloneSymbol(object);
		}
	}
	module.exports = initCloneByTag;
}));
var require__baseCreate = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isObject = require_isObject();
	/** Built-in value references. */
	var objectCreate = Object.create;
	module.exports = function() {
		function object() {}
		return function(proto) {
			if (!isObject(proto)) return {};
			if (objectCreate) return objectCreate(proto);
			object.prototype = proto;
			var result = new object();
			object.prototype = void 0;
			return result;
		};
	}();
}));
var require__initCloneObject = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseCreate = require__baseCreate();
	var getPrototype = require__getPrototype();
	var isPrototype = require__isPrototype();
	/**
	* Initializes an object clone.
	*
	* @private
	* @param {Object} object The object to clone.
	* @returns {Object} Returns the initialized clone.
	*/
	function initCloneObject(object) {
		return typeof object.constructor == "function" && !isPrototype(object) ? baseCreate(getPrototype(object)) : {};
	}
	module.exports = initCloneObject;
}));
var require__baseIsMap = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var getTag = require__getTag();
	var isObjectLike = require_isObjectLike();
	/** `Object#toString` result references. */
	var mapTag = "[object Map]";
	/**
	* The base implementation of `_.isMap` without Node.js optimizations.
	*
	* @private
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is a map, else `false`.
	*/
	function baseIsMap(value) {
		return isObjectLike(value) && getTag(value) == mapTag;
	}
	module.exports = baseIsMap;
}));
var require_isMap = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseIsMap = require__baseIsMap();
	var baseUnary = require__baseUnary();
	var nodeUtil = require__nodeUtil();
	var nodeIsMap = nodeUtil && nodeUtil.isMap;
	module.exports = nodeIsMap ? baseUnary(nodeIsMap) : baseIsMap;
}));
var require__baseIsSet = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var getTag = require__getTag();
	var isObjectLike = require_isObjectLike();
	/** `Object#toString` result references. */
	var setTag = "[object Set]";
	/**
	* The base implementation of `_.isSet` without Node.js optimizations.
	*
	* @private
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is a set, else `false`.
	*/
	function baseIsSet(value) {
		return isObjectLike(value) && getTag(value) == setTag;
	}
	module.exports = baseIsSet;
}));
var require_isSet = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseIsSet = require__baseIsSet();
	var baseUnary = require__baseUnary();
	var nodeUtil = require__nodeUtil();
	var nodeIsSet = nodeUtil && nodeUtil.isSet;
	module.exports = nodeIsSet ? baseUnary(nodeIsSet) : baseIsSet;
}));
var require__baseClone = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var Stack = require__Stack();
	var arrayEach = require__arrayEach();
	var assignValue = require__assignValue();
	var baseAssign = require__baseAssign();
	var baseAssignIn = require__baseAssignIn();
	var cloneBuffer = require__cloneBuffer();
	var copyArray = require__copyArray();
	var copySymbols = require__copySymbols();
	var copySymbolsIn = require__copySymbolsIn();
	var getAllKeys = require__getAllKeys();
	var getAllKeysIn = require__getAllKeysIn();
	var getTag = require__getTag();
	var initCloneArray = require__initCloneArray();
	var initCloneByTag = require__initCloneByTag();
	var initCloneObject = require__initCloneObject();
	var isArray = require_isArray();
	var isBuffer = require_isBuffer();
	var isMap = require_isMap();
	var isObject = require_isObject();
	var isSet = require_isSet();
	var keys = require_keys();
	var keysIn = require_keysIn();
	/** Used to compose bitmasks for cloning. */
	var CLONE_DEEP_FLAG = 1;
	var CLONE_FLAT_FLAG = 2;
	var CLONE_SYMBOLS_FLAG = 4;
	/** `Object#toString` result references. */
	var argsTag = "[object Arguments]";
	var arrayTag = "[object Array]";
	var boolTag = "[object Boolean]";
	var dateTag = "[object Date]";
	var errorTag = "[object Error]";
	var funcTag = "[object Function]";
	var genTag = "[object GeneratorFunction]";
	var mapTag = "[object Map]";
	var numberTag = "[object Number]";
	var objectTag = "[object Object]";
	var regexpTag = "[object RegExp]";
	var setTag = "[object Set]";
	var stringTag = "[object String]";
	var symbolTag = "[object Symbol]";
	var weakMapTag = "[object WeakMap]";
	var arrayBufferTag = "[object ArrayBuffer]";
	var dataViewTag = "[object DataView]";
	var float32Tag = "[object Float32Array]";
	var float64Tag = "[object Float64Array]";
	var int8Tag = "[object Int8Array]";
	var int16Tag = "[object Int16Array]";
	var int32Tag = "[object Int32Array]";
	var uint8Tag = "[object Uint8Array]";
	var uint8ClampedTag = "[object Uint8ClampedArray]";
	var uint16Tag = "[object Uint16Array]";
	var uint32Tag = "[object Uint32Array]";
	/** Used to identify `toStringTag` values supported by `_.clone`. */
	var cloneableTags = {};
	cloneableTags[argsTag] = cloneableTags[arrayTag] = cloneableTags[arrayBufferTag] = cloneableTags[dataViewTag] = cloneableTags[boolTag] = cloneableTags[dateTag] = cloneableTags[float32Tag] = cloneableTags[float64Tag] = cloneableTags[int8Tag] = cloneableTags[int16Tag] = cloneableTags[int32Tag] = cloneableTags[mapTag] = cloneableTags[numberTag] = cloneableTags[objectTag] = cloneableTags[regexpTag] = cloneableTags[setTag] = cloneableTags[stringTag] = cloneableTags[symbolTag] = cloneableTags[uint8Tag] = cloneableTags[uint8ClampedTag] = cloneableTags[uint16Tag] = cloneableTags[uint32Tag] = true;
	cloneableTags[errorTag] = cloneableTags[funcTag] = cloneableTags[weakMapTag] = false;
	/**
	* The base implementation of `_.clone` and `_.cloneDeep` which tracks
	* traversed objects.
	*
	* @private
	* @param {*} value The value to clone.
	* @param {boolean} bitmask The bitmask flags.
	*  1 - Deep clone
	*  2 - Flatten inherited properties
	*  4 - Clone symbols
	* @param {Function} [customizer] The function to customize cloning.
	* @param {string} [key] The key of `value`.
	* @param {Object} [object] The parent object of `value`.
	* @param {Object} [stack] Tracks traversed objects and their clone counterparts.
	* @returns {*} Returns the cloned value.
	*/
	function baseClone(value, bitmask, customizer, key, object, stack) {
		var result, isDeep = bitmask & CLONE_DEEP_FLAG, isFlat = bitmask & CLONE_FLAT_FLAG, isFull = bitmask & CLONE_SYMBOLS_FLAG;
		if (customizer) result = object ? customizer(value, key, object, stack) : customizer(value);
		if (result !== void 0) return result;
		if (!isObject(value)) return value;
		var isArr = isArray(value);
		if (isArr) {
			result = initCloneArray(value);
			if (!isDeep) return copyArray(value, result);
		} else {
			var tag = getTag(value), isFunc = tag == funcTag || tag == genTag;
			if (isBuffer(value)) return cloneBuffer(value, isDeep);
			if (tag == objectTag || tag == argsTag || isFunc && !object) {
				result = isFlat || isFunc ? {} : initCloneObject(value);
				if (!isDeep) return isFlat ? copySymbolsIn(value, baseAssignIn(result, value)) : copySymbols(value, baseAssign(result, value));
			} else {
				if (!cloneableTags[tag]) return object ? value : {};
				result = initCloneByTag(value, tag, isDeep);
			}
		}
		stack || (stack = new Stack());
		var stacked = stack.get(value);
		if (stacked) return stacked;
		stack.set(value, result);
		if (isSet(value)) value.forEach(function(subValue) {
			result.add(baseClone(subValue, bitmask, customizer, subValue, value, stack));
		});
		else if (isMap(value)) value.forEach(function(subValue, key) {
			result.set(key, baseClone(subValue, bitmask, customizer, key, value, stack));
		});
		var props = isArr ? void 0 : (isFull ? isFlat ? getAllKeysIn : getAllKeys : isFlat ? keysIn : keys)(value);
		arrayEach(props || value, function(subValue, key) {
			if (props) {
				key = subValue;
				subValue = value[key];
			}
			assignValue(result, key, baseClone(subValue, bitmask, customizer, key, value, stack));
		});
		return result;
	}
	module.exports = baseClone;
}));
var require_cloneDeepWith = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseClone = require__baseClone();
	/** Used to compose bitmasks for cloning. */
	var CLONE_DEEP_FLAG = 1;
	var CLONE_SYMBOLS_FLAG = 4;
	/**
	* This method is like `_.cloneWith` except that it recursively clones `value`.
	*
	* @static
	* @memberOf _
	* @since 4.0.0
	* @category Lang
	* @param {*} value The value to recursively clone.
	* @param {Function} [customizer] The function to customize cloning.
	* @returns {*} Returns the deep cloned value.
	* @see _.cloneWith
	* @example
	*
	* function customizer(value) {
	*   if (_.isElement(value)) {
	*     return value.cloneNode(true);
	*   }
	* }
	*
	* var el = _.cloneDeepWith(document.body, customizer);
	*
	* console.log(el === document.body);
	* // => false
	* console.log(el.nodeName);
	* // => 'BODY'
	* console.log(el.childNodes.length);
	* // => 20
	*/
	function cloneDeepWith(value, customizer) {
		customizer = typeof customizer == "function" ? customizer : void 0;
		return baseClone(value, CLONE_DEEP_FLAG | CLONE_SYMBOLS_FLAG, customizer);
	}
	module.exports = cloneDeepWith;
}));
var require_identity = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* This method returns the first argument it receives.
	*
	* @static
	* @since 0.1.0
	* @memberOf _
	* @category Util
	* @param {*} value Any value.
	* @returns {*} Returns `value`.
	* @example
	*
	* var object = { 'a': 1 };
	*
	* console.log(_.identity(object) === object);
	* // => true
	*/
	function identity(value) {
		return value;
	}
	module.exports = identity;
}));
var require__apply = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* A faster alternative to `Function#apply`, this function invokes `func`
	* with the `this` binding of `thisArg` and the arguments of `args`.
	*
	* @private
	* @param {Function} func The function to invoke.
	* @param {*} thisArg The `this` binding of `func`.
	* @param {Array} args The arguments to invoke `func` with.
	* @returns {*} Returns the result of `func`.
	*/
	function apply(func, thisArg, args) {
		switch (args.length) {
			case 0: return func.call(thisArg);
			case 1: return func.call(thisArg, args[0]);
			case 2: return func.call(thisArg, args[0], args[1]);
			case 3: return func.call(thisArg, args[0], args[1], args[2]);
		}
		return func.apply(thisArg, args);
	}
	module.exports = apply;
}));
var require__overRest = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var apply = require__apply();
	var nativeMax = Math.max;
	/**
	* A specialized version of `baseRest` which transforms the rest array.
	*
	* @private
	* @param {Function} func The function to apply a rest parameter to.
	* @param {number} [start=func.length-1] The start position of the rest parameter.
	* @param {Function} transform The rest array transform.
	* @returns {Function} Returns the new function.
	*/
	function overRest(func, start, transform) {
		start = nativeMax(start === void 0 ? func.length - 1 : start, 0);
		return function() {
			var args = arguments, index = -1, length = nativeMax(args.length - start, 0), array = Array(length);
			while (++index < length) array[index] = args[start + index];
			index = -1;
			var otherArgs = Array(start + 1);
			while (++index < start) otherArgs[index] = args[index];
			otherArgs[start] = transform(array);
			return apply(func, this, otherArgs);
		};
	}
	module.exports = overRest;
}));
var require_constant = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Creates a function that returns `value`.
	*
	* @static
	* @memberOf _
	* @since 2.4.0
	* @category Util
	* @param {*} value The value to return from the new function.
	* @returns {Function} Returns the new constant function.
	* @example
	*
	* var objects = _.times(2, _.constant({ 'a': 1 }));
	*
	* console.log(objects);
	* // => [{ 'a': 1 }, { 'a': 1 }]
	*
	* console.log(objects[0] === objects[1]);
	* // => true
	*/
	function constant(value) {
		return function() {
			return value;
		};
	}
	module.exports = constant;
}));
var require__baseSetToString = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var constant = require_constant();
	var defineProperty = require__defineProperty();
	var identity = require_identity();
	module.exports = !defineProperty ? identity : function(func, string) {
		return defineProperty(func, "toString", {
			"configurable": true,
			"enumerable": false,
			"value": constant(string),
			"writable": true
		});
	};
}));
var require__shortOut = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** Used to detect hot functions by number of calls within a span of milliseconds. */
	var HOT_COUNT = 800;
	var HOT_SPAN = 16;
	var nativeNow = Date.now;
	/**
	* Creates a function that'll short out and invoke `identity` instead
	* of `func` when it's called `HOT_COUNT` or more times in `HOT_SPAN`
	* milliseconds.
	*
	* @private
	* @param {Function} func The function to restrict.
	* @returns {Function} Returns the new shortable function.
	*/
	function shortOut(func) {
		var count = 0, lastCalled = 0;
		return function() {
			var stamp = nativeNow(), remaining = HOT_SPAN - (stamp - lastCalled);
			lastCalled = stamp;
			if (remaining > 0) {
				if (++count >= HOT_COUNT) return arguments[0];
			} else count = 0;
			return func.apply(void 0, arguments);
		};
	}
	module.exports = shortOut;
}));
var require__setToString = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseSetToString = require__baseSetToString();
	module.exports = require__shortOut()(baseSetToString);
}));
var require__baseRest = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var identity = require_identity();
	var overRest = require__overRest();
	var setToString = require__setToString();
	/**
	* The base implementation of `_.rest` which doesn't validate or coerce arguments.
	*
	* @private
	* @param {Function} func The function to apply a rest parameter to.
	* @param {number} [start=func.length-1] The start position of the rest parameter.
	* @returns {Function} Returns the new function.
	*/
	function baseRest(func, start) {
		return setToString(overRest(func, start, identity), func + "");
	}
	module.exports = baseRest;
}));
var require__isIterateeCall = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var eq = require_eq();
	var isArrayLike = require_isArrayLike();
	var isIndex = require__isIndex();
	var isObject = require_isObject();
	/**
	* Checks if the given arguments are from an iteratee call.
	*
	* @private
	* @param {*} value The potential iteratee value argument.
	* @param {*} index The potential iteratee index or key argument.
	* @param {*} object The potential iteratee object argument.
	* @returns {boolean} Returns `true` if the arguments are from an iteratee call,
	*  else `false`.
	*/
	function isIterateeCall(value, index, object) {
		if (!isObject(object)) return false;
		var type = typeof index;
		if (type == "number" ? isArrayLike(object) && isIndex(index, object.length) : type == "string" && index in object) return eq(object[index], value);
		return false;
	}
	module.exports = isIterateeCall;
}));
var require_defaults = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseRest = require__baseRest();
	var eq = require_eq();
	var isIterateeCall = require__isIterateeCall();
	var keysIn = require_keysIn();
	/** Used for built-in method references. */
	var objectProto = Object.prototype;
	/** Used to check objects for own properties. */
	var hasOwnProperty = objectProto.hasOwnProperty;
	module.exports = baseRest(function(object, sources) {
		object = Object(object);
		var index = -1;
		var length = sources.length;
		var guard = length > 2 ? sources[2] : void 0;
		if (guard && isIterateeCall(sources[0], sources[1], guard)) length = 1;
		while (++index < length) {
			var source = sources[index];
			var props = keysIn(source);
			var propsIndex = -1;
			var propsLength = props.length;
			while (++propsIndex < propsLength) {
				var key = props[propsIndex];
				var value = object[key];
				if (value === void 0 || eq(value, objectProto[key]) && !hasOwnProperty.call(object, key)) object[key] = source[key];
			}
		}
		return object;
	});
}));
var require__arrayMap = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* A specialized version of `_.map` for arrays without support for iteratee
	* shorthands.
	*
	* @private
	* @param {Array} [array] The array to iterate over.
	* @param {Function} iteratee The function invoked per iteration.
	* @returns {Array} Returns the new mapped array.
	*/
	function arrayMap(array, iteratee) {
		var index = -1, length = array == null ? 0 : array.length, result = Array(length);
		while (++index < length) result[index] = iteratee(array[index], index, array);
		return result;
	}
	module.exports = arrayMap;
}));
var require_isSymbol = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseGetTag = require__baseGetTag();
	var isObjectLike = require_isObjectLike();
	/** `Object#toString` result references. */
	var symbolTag = "[object Symbol]";
	/**
	* Checks if `value` is classified as a `Symbol` primitive or object.
	*
	* @static
	* @memberOf _
	* @since 4.0.0
	* @category Lang
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is a symbol, else `false`.
	* @example
	*
	* _.isSymbol(Symbol.iterator);
	* // => true
	*
	* _.isSymbol('abc');
	* // => false
	*/
	function isSymbol(value) {
		return typeof value == "symbol" || isObjectLike(value) && baseGetTag(value) == symbolTag;
	}
	module.exports = isSymbol;
}));
var require__baseToString = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var Symbol = require__Symbol();
	var arrayMap = require__arrayMap();
	var isArray = require_isArray();
	var isSymbol = require_isSymbol();
	/** Used as references for various `Number` constants. */
	var INFINITY = 1 / 0;
	/** Used to convert symbols to primitives and strings. */
	var symbolProto = Symbol ? Symbol.prototype : void 0;
	var symbolToString = symbolProto ? symbolProto.toString : void 0;
	/**
	* The base implementation of `_.toString` which doesn't convert nullish
	* values to empty strings.
	*
	* @private
	* @param {*} value The value to process.
	* @returns {string} Returns the string.
	*/
	function baseToString(value) {
		if (typeof value == "string") return value;
		if (isArray(value)) return arrayMap(value, baseToString) + "";
		if (isSymbol(value)) return symbolToString ? symbolToString.call(value) : "";
		var result = value + "";
		return result == "0" && 1 / value == -INFINITY ? "-0" : result;
	}
	module.exports = baseToString;
}));
var require_toString = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseToString = require__baseToString();
	/**
	* Converts `value` to a string. An empty string is returned for `null`
	* and `undefined` values. The sign of `-0` is preserved.
	*
	* @static
	* @memberOf _
	* @since 4.0.0
	* @category Lang
	* @param {*} value The value to convert.
	* @returns {string} Returns the converted string.
	* @example
	*
	* _.toString(null);
	* // => ''
	*
	* _.toString(-0);
	* // => '-0'
	*
	* _.toString([1, 2, 3]);
	* // => '1,2,3'
	*/
	function toString(value) {
		return value == null ? "" : baseToString(value);
	}
	module.exports = toString;
}));
var require_uniqueId = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var toString = require_toString();
	/** Used to generate unique IDs. */
	var idCounter = 0;
	/**
	* Generates a unique ID. If `prefix` is given, the ID is appended to it.
	*
	* @static
	* @since 0.1.0
	* @memberOf _
	* @category Util
	* @param {string} [prefix=''] The value to prefix the ID with.
	* @returns {string} Returns the unique ID.
	* @example
	*
	* _.uniqueId('contact_');
	* // => 'contact_104'
	*
	* _.uniqueId();
	* // => '105'
	*/
	function uniqueId(prefix) {
		var id = ++idCounter;
		return toString(prefix) + id;
	}
	module.exports = uniqueId;
}));
var require_timeout = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var KnexTimeoutError = class extends Error {
		constructor(message) {
			super(message);
			this.name = "KnexTimeoutError";
		}
	};
	function timeout(promise, ms) {
		return new Promise(function(resolve, reject) {
			const id = setTimeout(function() {
				reject(new KnexTimeoutError("operation timed out"));
			}, ms);
			function wrappedResolve(value) {
				clearTimeout(id);
				resolve(value);
			}
			function wrappedReject(err) {
				clearTimeout(id);
				reject(err);
			}
			promise.then(wrappedResolve, wrappedReject);
		});
	}
	module.exports.KnexTimeoutError = KnexTimeoutError;
	module.exports.timeout = timeout;
}));
var require_ensure_connection_callback = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function ensureConnectionCallback(runner) {
		runner.client.emit("start", runner.builder);
		runner.builder.emit("start", runner.builder);
		const sql = runner.builder.toSQL();
		if (runner.builder._debug) runner.client.logger.debug(sql);
		if (Array.isArray(sql)) return runner.queryArray(sql);
		return runner.query(sql);
	}
	function ensureConnectionStreamCallback(runner, params) {
		try {
			const sql = runner.builder.toSQL();
			if (Array.isArray(sql) && params.hasHandler) throw new Error("The stream may only be used with a single query statement.");
			return runner.client.stream(runner.connection, sql, params.stream, params.options);
		} catch (e) {
			params.stream.emit("error", e);
			throw e;
		}
	}
	module.exports = {
		ensureConnectionCallback,
		ensureConnectionStreamCallback
	};
}));
var require_runner = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { KnexTimeoutError } = require_timeout();
	const { timeout } = require_timeout();
	const { ensureConnectionCallback, ensureConnectionStreamCallback } = require_ensure_connection_callback();
	let Transform;
	module.exports = class Runner {
		constructor(client, builder) {
			this.client = client;
			this.builder = builder;
			this.queries = [];
			this.connection = void 0;
		}
		async run() {
			const runner = this;
			try {
				const res = await this.ensureConnection(ensureConnectionCallback);
				runner.builder.emit("end");
				return res;
			} catch (err) {
				if (runner.builder._events && runner.builder._events.error) runner.builder.emit("error", err);
				throw err;
			}
		}
		stream(optionsOrHandler, handlerOrNil) {
			const firstOptionIsHandler = typeof optionsOrHandler === "function" && arguments.length === 1;
			const options = firstOptionIsHandler ? {} : optionsOrHandler;
			const handler = firstOptionIsHandler ? optionsOrHandler : handlerOrNil;
			const hasHandler = typeof handler === "function";
			Transform = Transform || __require("stream").Transform;
			const queryContext = this.builder.queryContext();
			const stream = new Transform({
				objectMode: true,
				transform: (chunk, _, callback) => {
					try {
						callback(null, this.client.postProcessResponse(chunk, queryContext));
					} catch (err) {
						callback(err);
					}
				}
			});
			stream.on("close", () => {
				if (this.connection) this.client.releaseConnection(this.connection);
			});
			stream.on("pipe", (sourceStream) => {
				const cleanSourceStream = () => {
					if (!sourceStream.closed) sourceStream.destroy();
				};
				if (stream.closed) cleanSourceStream();
				else stream.on("close", cleanSourceStream);
			});
			const connectionAcquirePromise = this.ensureConnection(ensureConnectionStreamCallback, {
				options,
				hasHandler,
				stream
			}).catch((err) => {
				if (!this.connection) stream.emit("error", err);
			});
			if (hasHandler) {
				handler(stream);
				return connectionAcquirePromise;
			}
			return stream;
		}
		pipe(writable, options) {
			return this.stream(options).pipe(writable);
		}
		async query(obj) {
			const { __knexUid, __knexTxId } = this.connection;
			this.builder.emit("query", Object.assign({
				__knexUid,
				__knexTxId
			}, obj));
			const runner = this;
			const queryContext = this.builder.queryContext();
			if (obj !== null && typeof obj === "object") obj.queryContext = queryContext;
			let queryPromise = this.client.query(this.connection, obj);
			if (obj.timeout) queryPromise = timeout(queryPromise, obj.timeout);
			return queryPromise.then((resp) => this.client.processResponse(resp, runner)).then((processedResponse) => {
				const postProcessedResponse = this.client.postProcessResponse(processedResponse, queryContext);
				this.builder.emit("query-response", postProcessedResponse, Object.assign({
					__knexUid,
					__knexTxId
				}, obj), this.builder);
				this.client.emit("query-response", postProcessedResponse, Object.assign({
					__knexUid,
					__knexTxId
				}, obj), this.builder);
				return postProcessedResponse;
			}).catch((error) => {
				if (!(error instanceof KnexTimeoutError)) return Promise.reject(error);
				const { timeout, sql, bindings } = obj;
				let cancelQuery;
				if (obj.cancelOnTimeout) cancelQuery = this.client.cancelQuery(this.connection);
				else {
					this.connection.__knex__disposed = error;
					cancelQuery = Promise.resolve();
				}
				return cancelQuery.catch((cancelError) => {
					this.connection.__knex__disposed = error;
					throw Object.assign(cancelError, {
						message: `After query timeout of ${timeout}ms exceeded, cancelling of query failed.`,
						sql,
						bindings,
						timeout
					});
				}).then(() => {
					throw Object.assign(error, {
						message: `Defined query timeout of ${timeout}ms exceeded when running query.`,
						sql,
						bindings,
						timeout
					});
				});
			}).catch((error) => {
				this.builder.emit("query-error", error, Object.assign({
					__knexUid,
					__knexTxId,
					queryContext
				}, obj));
				throw error;
			});
		}
		async queryArray(queries) {
			if (queries.length === 1) {
				const query = queries[0];
				if (!query.statementsProducer) return this.query(query);
				const statements = await query.statementsProducer(void 0, this.connection);
				const sqlQueryObjects = statements.sql.map((statement) => ({
					sql: statement,
					bindings: query.bindings
				}));
				const preQueryObjects = statements.pre.map((statement) => ({
					sql: statement,
					bindings: query.bindings
				}));
				const postQueryObjects = statements.post.map((statement) => ({
					sql: statement,
					bindings: query.bindings
				}));
				let results = [];
				await this.queryArray(preQueryObjects);
				try {
					await this.client.transaction(async (trx) => {
						const transactionRunner = new Runner(trx.client, this.builder);
						transactionRunner.connection = this.connection;
						results = await transactionRunner.queryArray(sqlQueryObjects);
						if (statements.check) {
							if ((await trx.raw(statements.check)).length > 0) throw new Error("FOREIGN KEY constraint failed");
						}
					}, { connection: this.connection });
				} finally {
					await this.queryArray(postQueryObjects);
				}
				return results;
			}
			const results = [];
			for (const query of queries) results.push(await this.queryArray([query]));
			return results;
		}
		async ensureConnection(cb, cbParams) {
			if (this.builder._connection) this.connection = this.builder._connection;
			if (this.connection) return cb(this, cbParams);
			let acquiredConnection;
			try {
				acquiredConnection = await this.client.acquireConnection();
			} catch (error) {
				if (!(error instanceof KnexTimeoutError)) return Promise.reject(error);
				if (this.builder) {
					error.sql = this.builder.sql;
					error.bindings = this.builder.bindings;
				}
				throw error;
			}
			try {
				this.connection = acquiredConnection;
				return await cb(this, cbParams);
			} finally {
				await this.client.releaseConnection(acquiredConnection);
			}
		}
	};
}));
var require_ms = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Helpers.
	*/
	var s = 1e3;
	var m = s * 60;
	var h = m * 60;
	var d = h * 24;
	var w = d * 7;
	var y = d * 365.25;
	/**
	* Parse or format the given `val`.
	*
	* Options:
	*
	*  - `long` verbose formatting [false]
	*
	* @param {String|Number} val
	* @param {Object} [options]
	* @throws {Error} throw an error if val is not a non-empty string or a number
	* @return {String|Number}
	* @api public
	*/
	module.exports = function(val, options) {
		options = options || {};
		var type = typeof val;
		if (type === "string" && val.length > 0) return parse(val);
		else if (type === "number" && isFinite(val)) return options.long ? fmtLong(val) : fmtShort(val);
		throw new Error("val is not a non-empty string or a valid number. val=" + JSON.stringify(val));
	};
	/**
	* Parse the given `str` and return milliseconds.
	*
	* @param {String} str
	* @return {Number}
	* @api private
	*/
	function parse(str) {
		str = String(str);
		if (str.length > 100) return;
		var match = /^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i.exec(str);
		if (!match) return;
		var n = parseFloat(match[1]);
		switch ((match[2] || "ms").toLowerCase()) {
			case "years":
			case "year":
			case "yrs":
			case "yr":
			case "y": return n * y;
			case "weeks":
			case "week":
			case "w": return n * w;
			case "days":
			case "day":
			case "d": return n * d;
			case "hours":
			case "hour":
			case "hrs":
			case "hr":
			case "h": return n * h;
			case "minutes":
			case "minute":
			case "mins":
			case "min":
			case "m": return n * m;
			case "seconds":
			case "second":
			case "secs":
			case "sec":
			case "s": return n * s;
			case "milliseconds":
			case "millisecond":
			case "msecs":
			case "msec":
			case "ms": return n;
			default: return;
		}
	}
	/**
	* Short format for `ms`.
	*
	* @param {Number} ms
	* @return {String}
	* @api private
	*/
	function fmtShort(ms) {
		var msAbs = Math.abs(ms);
		if (msAbs >= d) return Math.round(ms / d) + "d";
		if (msAbs >= h) return Math.round(ms / h) + "h";
		if (msAbs >= m) return Math.round(ms / m) + "m";
		if (msAbs >= s) return Math.round(ms / s) + "s";
		return ms + "ms";
	}
	/**
	* Long format for `ms`.
	*
	* @param {Number} ms
	* @return {String}
	* @api private
	*/
	function fmtLong(ms) {
		var msAbs = Math.abs(ms);
		if (msAbs >= d) return plural(ms, msAbs, d, "day");
		if (msAbs >= h) return plural(ms, msAbs, h, "hour");
		if (msAbs >= m) return plural(ms, msAbs, m, "minute");
		if (msAbs >= s) return plural(ms, msAbs, s, "second");
		return ms + " ms";
	}
	/**
	* Pluralization helper.
	*/
	function plural(ms, msAbs, n, name) {
		var isPlural = msAbs >= n * 1.5;
		return Math.round(ms / n) + " " + name + (isPlural ? "s" : "");
	}
}));
var require_common = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* This is the common logic for both the Node.js and web browser
	* implementations of `debug()`.
	*/
	function setup(env) {
		createDebug.debug = createDebug;
		createDebug.default = createDebug;
		createDebug.coerce = coerce;
		createDebug.disable = disable;
		createDebug.enable = enable;
		createDebug.enabled = enabled;
		createDebug.humanize = require_ms();
		createDebug.destroy = destroy;
		Object.keys(env).forEach((key) => {
			createDebug[key] = env[key];
		});
		/**
		* The currently active debug mode names, and names to skip.
		*/
		createDebug.names = [];
		createDebug.skips = [];
		/**
		* Map of special "%n" handling functions, for the debug "format" argument.
		*
		* Valid key names are a single, lower or upper-case letter, i.e. "n" and "N".
		*/
		createDebug.formatters = {};
		/**
		* Selects a color for a debug namespace
		* @param {String} namespace The namespace string for the debug instance to be colored
		* @return {Number|String} An ANSI color code for the given namespace
		* @api private
		*/
		function selectColor(namespace) {
			let hash = 0;
			for (let i = 0; i < namespace.length; i++) {
				hash = (hash << 5) - hash + namespace.charCodeAt(i);
				hash |= 0;
			}
			return createDebug.colors[Math.abs(hash) % createDebug.colors.length];
		}
		createDebug.selectColor = selectColor;
		/**
		* Create a debugger with the given `namespace`.
		*
		* @param {String} namespace
		* @return {Function}
		* @api public
		*/
		function createDebug(namespace) {
			let prevTime;
			let enableOverride = null;
			let namespacesCache;
			let enabledCache;
			function debug(...args) {
				if (!debug.enabled) return;
				const self = debug;
				const curr = Number(/* @__PURE__ */ new Date());
				self.diff = curr - (prevTime || curr);
				self.prev = prevTime;
				self.curr = curr;
				prevTime = curr;
				args[0] = createDebug.coerce(args[0]);
				if (typeof args[0] !== "string") args.unshift("%O");
				let index = 0;
				args[0] = args[0].replace(/%([a-zA-Z%])/g, (match, format) => {
					if (match === "%%") return "%";
					index++;
					const formatter = createDebug.formatters[format];
					if (typeof formatter === "function") {
						const val = args[index];
						match = formatter.call(self, val);
						args.splice(index, 1);
						index--;
					}
					return match;
				});
				createDebug.formatArgs.call(self, args);
				(self.log || createDebug.log).apply(self, args);
			}
			debug.namespace = namespace;
			debug.useColors = createDebug.useColors();
			debug.color = createDebug.selectColor(namespace);
			debug.extend = extend;
			debug.destroy = createDebug.destroy;
			Object.defineProperty(debug, "enabled", {
				enumerable: true,
				configurable: false,
				get: () => {
					if (enableOverride !== null) return enableOverride;
					if (namespacesCache !== createDebug.namespaces) {
						namespacesCache = createDebug.namespaces;
						enabledCache = createDebug.enabled(namespace);
					}
					return enabledCache;
				},
				set: (v) => {
					enableOverride = v;
				}
			});
			if (typeof createDebug.init === "function") createDebug.init(debug);
			return debug;
		}
		function extend(namespace, delimiter) {
			const newDebug = createDebug(this.namespace + (typeof delimiter === "undefined" ? ":" : delimiter) + namespace);
			newDebug.log = this.log;
			return newDebug;
		}
		/**
		* Enables a debug mode by namespaces. This can include modes
		* separated by a colon and wildcards.
		*
		* @param {String} namespaces
		* @api public
		*/
		function enable(namespaces) {
			createDebug.save(namespaces);
			createDebug.namespaces = namespaces;
			createDebug.names = [];
			createDebug.skips = [];
			let i;
			const split = (typeof namespaces === "string" ? namespaces : "").split(/[\s,]+/);
			const len = split.length;
			for (i = 0; i < len; i++) {
				if (!split[i]) continue;
				namespaces = split[i].replace(/\*/g, ".*?");
				if (namespaces[0] === "-") createDebug.skips.push(new RegExp("^" + namespaces.slice(1) + "$"));
				else createDebug.names.push(new RegExp("^" + namespaces + "$"));
			}
		}
		/**
		* Disable debug output.
		*
		* @return {String} namespaces
		* @api public
		*/
		function disable() {
			const namespaces = [...createDebug.names.map(toNamespace), ...createDebug.skips.map(toNamespace).map((namespace) => "-" + namespace)].join(",");
			createDebug.enable("");
			return namespaces;
		}
		/**
		* Returns true if the given mode name is enabled, false otherwise.
		*
		* @param {String} name
		* @return {Boolean}
		* @api public
		*/
		function enabled(name) {
			if (name[name.length - 1] === "*") return true;
			let i;
			let len;
			for (i = 0, len = createDebug.skips.length; i < len; i++) if (createDebug.skips[i].test(name)) return false;
			for (i = 0, len = createDebug.names.length; i < len; i++) if (createDebug.names[i].test(name)) return true;
			return false;
		}
		/**
		* Convert regexp to namespace
		*
		* @param {RegExp} regxep
		* @return {String} namespace
		* @api private
		*/
		function toNamespace(regexp) {
			return regexp.toString().substring(2, regexp.toString().length - 2).replace(/\.\*\?$/, "*");
		}
		/**
		* Coerce `val`.
		*
		* @param {Mixed} val
		* @return {Mixed}
		* @api private
		*/
		function coerce(val) {
			if (val instanceof Error) return val.stack || val.message;
			return val;
		}
		/**
		* XXX DO NOT USE. This is a temporary stub function.
		* XXX It WILL be removed in the next major release.
		*/
		function destroy() {
			console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
		}
		createDebug.enable(createDebug.load());
		return createDebug;
	}
	module.exports = setup;
}));
var require_browser = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* This is the web browser implementation of `debug()`.
	*/
	exports.formatArgs = formatArgs;
	exports.save = save;
	exports.load = load;
	exports.useColors = useColors;
	exports.storage = localstorage();
	exports.destroy = (() => {
		let warned = false;
		return () => {
			if (!warned) {
				warned = true;
				console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
			}
		};
	})();
	/**
	* Colors.
	*/
	exports.colors = [
		"#0000CC",
		"#0000FF",
		"#0033CC",
		"#0033FF",
		"#0066CC",
		"#0066FF",
		"#0099CC",
		"#0099FF",
		"#00CC00",
		"#00CC33",
		"#00CC66",
		"#00CC99",
		"#00CCCC",
		"#00CCFF",
		"#3300CC",
		"#3300FF",
		"#3333CC",
		"#3333FF",
		"#3366CC",
		"#3366FF",
		"#3399CC",
		"#3399FF",
		"#33CC00",
		"#33CC33",
		"#33CC66",
		"#33CC99",
		"#33CCCC",
		"#33CCFF",
		"#6600CC",
		"#6600FF",
		"#6633CC",
		"#6633FF",
		"#66CC00",
		"#66CC33",
		"#9900CC",
		"#9900FF",
		"#9933CC",
		"#9933FF",
		"#99CC00",
		"#99CC33",
		"#CC0000",
		"#CC0033",
		"#CC0066",
		"#CC0099",
		"#CC00CC",
		"#CC00FF",
		"#CC3300",
		"#CC3333",
		"#CC3366",
		"#CC3399",
		"#CC33CC",
		"#CC33FF",
		"#CC6600",
		"#CC6633",
		"#CC9900",
		"#CC9933",
		"#CCCC00",
		"#CCCC33",
		"#FF0000",
		"#FF0033",
		"#FF0066",
		"#FF0099",
		"#FF00CC",
		"#FF00FF",
		"#FF3300",
		"#FF3333",
		"#FF3366",
		"#FF3399",
		"#FF33CC",
		"#FF33FF",
		"#FF6600",
		"#FF6633",
		"#FF9900",
		"#FF9933",
		"#FFCC00",
		"#FFCC33"
	];
	/**
	* Currently only WebKit-based Web Inspectors, Firefox >= v31,
	* and the Firebug extension (any Firefox version) are known
	* to support "%c" CSS customizations.
	*
	* TODO: add a `localStorage` variable to explicitly enable/disable colors
	*/
	function useColors() {
		if (typeof window !== "undefined" && window.process && (window.process.type === "renderer" || window.process.__nwjs)) return true;
		if (typeof navigator !== "undefined" && navigator.userAgent && navigator.userAgent.toLowerCase().match(/(edge|trident)\/(\d+)/)) return false;
		return typeof document !== "undefined" && document.documentElement && document.documentElement.style && document.documentElement.style.WebkitAppearance || typeof window !== "undefined" && window.console && (window.console.firebug || window.console.exception && window.console.table) || typeof navigator !== "undefined" && navigator.userAgent && navigator.userAgent.toLowerCase().match(/firefox\/(\d+)/) && parseInt(RegExp.$1, 10) >= 31 || typeof navigator !== "undefined" && navigator.userAgent && navigator.userAgent.toLowerCase().match(/applewebkit\/(\d+)/);
	}
	/**
	* Colorize log arguments if enabled.
	*
	* @api public
	*/
	function formatArgs(args) {
		args[0] = (this.useColors ? "%c" : "") + this.namespace + (this.useColors ? " %c" : " ") + args[0] + (this.useColors ? "%c " : " ") + "+" + module.exports.humanize(this.diff);
		if (!this.useColors) return;
		const c = "color: " + this.color;
		args.splice(1, 0, c, "color: inherit");
		let index = 0;
		let lastC = 0;
		args[0].replace(/%[a-zA-Z%]/g, (match) => {
			if (match === "%%") return;
			index++;
			if (match === "%c") lastC = index;
		});
		args.splice(lastC, 0, c);
	}
	/**
	* Invokes `console.debug()` when available.
	* No-op when `console.debug` is not a "function".
	* If `console.debug` is not available, falls back
	* to `console.log`.
	*
	* @api public
	*/
	exports.log = console.debug || console.log || (() => {});
	/**
	* Save `namespaces`.
	*
	* @param {String} namespaces
	* @api private
	*/
	function save(namespaces) {
		try {
			if (namespaces) exports.storage.setItem("debug", namespaces);
			else exports.storage.removeItem("debug");
		} catch (error) {}
	}
	/**
	* Load `namespaces`.
	*
	* @return {String} returns the previously persisted debug modes
	* @api private
	*/
	function load() {
		let r;
		try {
			r = exports.storage.getItem("debug");
		} catch (error) {}
		if (!r && typeof process !== "undefined" && "env" in process) r = process.env.DEBUG;
		return r;
	}
	/**
	* Localstorage attempts to return the localstorage.
	*
	* This is necessary because safari throws
	* when a user disables cookies/localstorage
	* and you attempt to access it.
	*
	* @return {LocalStorage}
	* @api private
	*/
	function localstorage() {
		try {
			return localStorage;
		} catch (error) {}
	}
	module.exports = require_common()(exports);
	const { formatters } = module.exports;
	/**
	* Map %j to `JSON.stringify()`, since no Web Inspectors do that by default.
	*/
	formatters.j = function(v) {
		try {
			return JSON.stringify(v);
		} catch (error) {
			return "[UnexpectedJSONParseError]: " + error.message;
		}
	};
}));
var require_has_flag = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = (flag, argv = process.argv) => {
		const prefix = flag.startsWith("-") ? "" : flag.length === 1 ? "-" : "--";
		const position = argv.indexOf(prefix + flag);
		const terminatorPosition = argv.indexOf("--");
		return position !== -1 && (terminatorPosition === -1 || position < terminatorPosition);
	};
}));
var require_supports_color = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const os = __require("os");
	const tty = __require("tty");
	const hasFlag = require_has_flag();
	const { env } = process;
	let forceColor;
	if (hasFlag("no-color") || hasFlag("no-colors") || hasFlag("color=false") || hasFlag("color=never")) forceColor = 0;
	else if (hasFlag("color") || hasFlag("colors") || hasFlag("color=true") || hasFlag("color=always")) forceColor = 1;
	if ("FORCE_COLOR" in env) {
		if (env.FORCE_COLOR === "true") forceColor = 1;
		else if (env.FORCE_COLOR === "false") forceColor = 0;
		else forceColor = env.FORCE_COLOR.length === 0 ? 1 : Math.min(parseInt(env.FORCE_COLOR, 10), 3);
	}
	function translateLevel(level) {
		if (level === 0) return false;
		return {
			level,
			hasBasic: true,
			has256: level >= 2,
			has16m: level >= 3
		};
	}
	function supportsColor(haveStream, streamIsTTY) {
		if (forceColor === 0) return 0;
		if (hasFlag("color=16m") || hasFlag("color=full") || hasFlag("color=truecolor")) return 3;
		if (hasFlag("color=256")) return 2;
		if (haveStream && !streamIsTTY && forceColor === void 0) return 0;
		const min = forceColor || 0;
		if (env.TERM === "dumb") return min;
		if (process.platform === "win32") {
			const osRelease = os.release().split(".");
			if (Number(osRelease[0]) >= 10 && Number(osRelease[2]) >= 10586) return Number(osRelease[2]) >= 14931 ? 3 : 2;
			return 1;
		}
		if ("CI" in env) {
			if ([
				"TRAVIS",
				"CIRCLECI",
				"APPVEYOR",
				"GITLAB_CI",
				"GITHUB_ACTIONS",
				"BUILDKITE"
			].some((sign) => sign in env) || env.CI_NAME === "codeship") return 1;
			return min;
		}
		if ("TEAMCITY_VERSION" in env) return /^(9\.(0*[1-9]\d*)\.|\d{2,}\.)/.test(env.TEAMCITY_VERSION) ? 1 : 0;
		if (env.COLORTERM === "truecolor") return 3;
		if ("TERM_PROGRAM" in env) {
			const version = parseInt((env.TERM_PROGRAM_VERSION || "").split(".")[0], 10);
			switch (env.TERM_PROGRAM) {
				case "iTerm.app": return version >= 3 ? 3 : 2;
				case "Apple_Terminal": return 2;
			}
		}
		if (/-256(color)?$/i.test(env.TERM)) return 2;
		if (/^screen|^xterm|^vt100|^vt220|^rxvt|color|ansi|cygwin|linux/i.test(env.TERM)) return 1;
		if ("COLORTERM" in env) return 1;
		return min;
	}
	function getSupportLevel(stream) {
		return translateLevel(supportsColor(stream, stream && stream.isTTY));
	}
	module.exports = {
		supportsColor: getSupportLevel,
		stdout: translateLevel(supportsColor(true, tty.isatty(1))),
		stderr: translateLevel(supportsColor(true, tty.isatty(2)))
	};
}));
var require_node = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Module dependencies.
	*/
	const tty = __require("tty");
	const util = __require("util");
	/**
	* This is the Node.js implementation of `debug()`.
	*/
	exports.init = init;
	exports.log = log;
	exports.formatArgs = formatArgs;
	exports.save = save;
	exports.load = load;
	exports.useColors = useColors;
	exports.destroy = util.deprecate(() => {}, "Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
	/**
	* Colors.
	*/
	exports.colors = [
		6,
		2,
		3,
		4,
		5,
		1
	];
	try {
		const supportsColor = require_supports_color();
		if (supportsColor && (supportsColor.stderr || supportsColor).level >= 2) exports.colors = [
			20,
			21,
			26,
			27,
			32,
			33,
			38,
			39,
			40,
			41,
			42,
			43,
			44,
			45,
			56,
			57,
			62,
			63,
			68,
			69,
			74,
			75,
			76,
			77,
			78,
			79,
			80,
			81,
			92,
			93,
			98,
			99,
			112,
			113,
			128,
			129,
			134,
			135,
			148,
			149,
			160,
			161,
			162,
			163,
			164,
			165,
			166,
			167,
			168,
			169,
			170,
			171,
			172,
			173,
			178,
			179,
			184,
			185,
			196,
			197,
			198,
			199,
			200,
			201,
			202,
			203,
			204,
			205,
			206,
			207,
			208,
			209,
			214,
			215,
			220,
			221
		];
	} catch (error) {}
	/**
	* Build up the default `inspectOpts` object from the environment variables.
	*
	*   $ DEBUG_COLORS=no DEBUG_DEPTH=10 DEBUG_SHOW_HIDDEN=enabled node script.js
	*/
	exports.inspectOpts = Object.keys(process.env).filter((key) => {
		return /^debug_/i.test(key);
	}).reduce((obj, key) => {
		const prop = key.substring(6).toLowerCase().replace(/_([a-z])/g, (_, k) => {
			return k.toUpperCase();
		});
		let val = process.env[key];
		if (/^(yes|on|true|enabled)$/i.test(val)) val = true;
		else if (/^(no|off|false|disabled)$/i.test(val)) val = false;
		else if (val === "null") val = null;
		else val = Number(val);
		obj[prop] = val;
		return obj;
	}, {});
	/**
	* Is stdout a TTY? Colored output is enabled when `true`.
	*/
	function useColors() {
		return "colors" in exports.inspectOpts ? Boolean(exports.inspectOpts.colors) : tty.isatty(process.stderr.fd);
	}
	/**
	* Adds ANSI color escape codes if enabled.
	*
	* @api public
	*/
	function formatArgs(args) {
		const { namespace: name, useColors } = this;
		if (useColors) {
			const c = this.color;
			const colorCode = "\x1B[3" + (c < 8 ? c : "8;5;" + c);
			const prefix = `  ${colorCode};1m${name} \u001B[0m`;
			args[0] = prefix + args[0].split("\n").join("\n" + prefix);
			args.push(colorCode + "m+" + module.exports.humanize(this.diff) + "\x1B[0m");
		} else args[0] = getDate() + name + " " + args[0];
	}
	function getDate() {
		if (exports.inspectOpts.hideDate) return "";
		return (/* @__PURE__ */ new Date()).toISOString() + " ";
	}
	/**
	* Invokes `util.format()` with the specified arguments and writes to stderr.
	*/
	function log(...args) {
		return process.stderr.write(util.format(...args) + "\n");
	}
	/**
	* Save `namespaces`.
	*
	* @param {String} namespaces
	* @api private
	*/
	function save(namespaces) {
		if (namespaces) process.env.DEBUG = namespaces;
		else delete process.env.DEBUG;
	}
	/**
	* Load `namespaces`.
	*
	* @return {String} returns the previously persisted debug modes
	* @api private
	*/
	function load() {
		return process.env.DEBUG;
	}
	/**
	* Init logic for `debug` instances.
	*
	* Create a new `inspectOpts` object in case `useColors` is set
	* differently for a particular `debug` instance.
	*/
	function init(debug) {
		debug.inspectOpts = {};
		const keys = Object.keys(exports.inspectOpts);
		for (let i = 0; i < keys.length; i++) debug.inspectOpts[keys[i]] = exports.inspectOpts[keys[i]];
	}
	module.exports = require_common()(exports);
	const { formatters } = module.exports;
	/**
	* Map %o to `util.inspect()`, all on a single line.
	*/
	formatters.o = function(v) {
		this.inspectOpts.colors = this.useColors;
		return util.inspect(v, this.inspectOpts).split("\n").map((str) => str.trim()).join(" ");
	};
	/**
	* Map %O to `util.inspect()`, allowing multiple lines if needed.
	*/
	formatters.O = function(v) {
		this.inspectOpts.colors = this.useColors;
		return util.inspect(v, this.inspectOpts);
	};
}));
var require_src = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Detect Electron renderer / nwjs process, which is node, but we should
	* treat as a browser.
	*/
	if (typeof process === "undefined" || process.type === "renderer" || process.browser === true || process.__nwjs) module.exports = require_browser();
	else module.exports = require_node();
}));
var require__setCacheAdd = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** Used to stand-in for `undefined` hash values. */
	var HASH_UNDEFINED = "__lodash_hash_undefined__";
	/**
	* Adds `value` to the array cache.
	*
	* @private
	* @name add
	* @memberOf SetCache
	* @alias push
	* @param {*} value The value to cache.
	* @returns {Object} Returns the cache instance.
	*/
	function setCacheAdd(value) {
		this.__data__.set(value, HASH_UNDEFINED);
		return this;
	}
	module.exports = setCacheAdd;
}));
var require__setCacheHas = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Checks if `value` is in the array cache.
	*
	* @private
	* @name has
	* @memberOf SetCache
	* @param {*} value The value to search for.
	* @returns {boolean} Returns `true` if `value` is found, else `false`.
	*/
	function setCacheHas(value) {
		return this.__data__.has(value);
	}
	module.exports = setCacheHas;
}));
var require__SetCache = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var MapCache = require__MapCache();
	var setCacheAdd = require__setCacheAdd();
	var setCacheHas = require__setCacheHas();
	/**
	*
	* Creates an array cache object to store unique values.
	*
	* @private
	* @constructor
	* @param {Array} [values] The values to cache.
	*/
	function SetCache(values) {
		var index = -1, length = values == null ? 0 : values.length;
		this.__data__ = new MapCache();
		while (++index < length) this.add(values[index]);
	}
	SetCache.prototype.add = SetCache.prototype.push = setCacheAdd;
	SetCache.prototype.has = setCacheHas;
	module.exports = SetCache;
}));
var require__baseFindIndex = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* The base implementation of `_.findIndex` and `_.findLastIndex` without
	* support for iteratee shorthands.
	*
	* @private
	* @param {Array} array The array to inspect.
	* @param {Function} predicate The function invoked per iteration.
	* @param {number} fromIndex The index to search from.
	* @param {boolean} [fromRight] Specify iterating from right to left.
	* @returns {number} Returns the index of the matched value, else `-1`.
	*/
	function baseFindIndex(array, predicate, fromIndex, fromRight) {
		var length = array.length, index = fromIndex + (fromRight ? 1 : -1);
		while (fromRight ? index-- : ++index < length) if (predicate(array[index], index, array)) return index;
		return -1;
	}
	module.exports = baseFindIndex;
}));
var require__baseIsNaN = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* The base implementation of `_.isNaN` without support for number objects.
	*
	* @private
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is `NaN`, else `false`.
	*/
	function baseIsNaN(value) {
		return value !== value;
	}
	module.exports = baseIsNaN;
}));
var require__strictIndexOf = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* A specialized version of `_.indexOf` which performs strict equality
	* comparisons of values, i.e. `===`.
	*
	* @private
	* @param {Array} array The array to inspect.
	* @param {*} value The value to search for.
	* @param {number} fromIndex The index to search from.
	* @returns {number} Returns the index of the matched value, else `-1`.
	*/
	function strictIndexOf(array, value, fromIndex) {
		var index = fromIndex - 1, length = array.length;
		while (++index < length) if (array[index] === value) return index;
		return -1;
	}
	module.exports = strictIndexOf;
}));
var require__baseIndexOf = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseFindIndex = require__baseFindIndex();
	var baseIsNaN = require__baseIsNaN();
	var strictIndexOf = require__strictIndexOf();
	/**
	* The base implementation of `_.indexOf` without `fromIndex` bounds checks.
	*
	* @private
	* @param {Array} array The array to inspect.
	* @param {*} value The value to search for.
	* @param {number} fromIndex The index to search from.
	* @returns {number} Returns the index of the matched value, else `-1`.
	*/
	function baseIndexOf(array, value, fromIndex) {
		return value === value ? strictIndexOf(array, value, fromIndex) : baseFindIndex(array, baseIsNaN, fromIndex);
	}
	module.exports = baseIndexOf;
}));
var require__arrayIncludes = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseIndexOf = require__baseIndexOf();
	/**
	* A specialized version of `_.includes` for arrays without support for
	* specifying an index to search from.
	*
	* @private
	* @param {Array} [array] The array to inspect.
	* @param {*} target The value to search for.
	* @returns {boolean} Returns `true` if `target` is found, else `false`.
	*/
	function arrayIncludes(array, value) {
		return !!(array == null ? 0 : array.length) && baseIndexOf(array, value, 0) > -1;
	}
	module.exports = arrayIncludes;
}));
var require__arrayIncludesWith = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* This function is like `arrayIncludes` except that it accepts a comparator.
	*
	* @private
	* @param {Array} [array] The array to inspect.
	* @param {*} target The value to search for.
	* @param {Function} comparator The comparator invoked per element.
	* @returns {boolean} Returns `true` if `target` is found, else `false`.
	*/
	function arrayIncludesWith(array, value, comparator) {
		var index = -1, length = array == null ? 0 : array.length;
		while (++index < length) if (comparator(value, array[index])) return true;
		return false;
	}
	module.exports = arrayIncludesWith;
}));
var require__cacheHas = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Checks if a `cache` value for `key` exists.
	*
	* @private
	* @param {Object} cache The cache to query.
	* @param {string} key The key of the entry to check.
	* @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
	*/
	function cacheHas(cache, key) {
		return cache.has(key);
	}
	module.exports = cacheHas;
}));
var require__baseDifference = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var SetCache = require__SetCache();
	var arrayIncludes = require__arrayIncludes();
	var arrayIncludesWith = require__arrayIncludesWith();
	var arrayMap = require__arrayMap();
	var baseUnary = require__baseUnary();
	var cacheHas = require__cacheHas();
	/** Used as the size to enable large array optimizations. */
	var LARGE_ARRAY_SIZE = 200;
	/**
	* The base implementation of methods like `_.difference` without support
	* for excluding multiple arrays or iteratee shorthands.
	*
	* @private
	* @param {Array} array The array to inspect.
	* @param {Array} values The values to exclude.
	* @param {Function} [iteratee] The iteratee invoked per element.
	* @param {Function} [comparator] The comparator invoked per element.
	* @returns {Array} Returns the new array of filtered values.
	*/
	function baseDifference(array, values, iteratee, comparator) {
		var index = -1, includes = arrayIncludes, isCommon = true, length = array.length, result = [], valuesLength = values.length;
		if (!length) return result;
		if (iteratee) values = arrayMap(values, baseUnary(iteratee));
		if (comparator) {
			includes = arrayIncludesWith;
			isCommon = false;
		} else if (values.length >= LARGE_ARRAY_SIZE) {
			includes = cacheHas;
			isCommon = false;
			values = new SetCache(values);
		}
		outer: while (++index < length) {
			var value = array[index], computed = iteratee == null ? value : iteratee(value);
			value = comparator || value !== 0 ? value : 0;
			if (isCommon && computed === computed) {
				var valuesIndex = valuesLength;
				while (valuesIndex--) if (values[valuesIndex] === computed) continue outer;
				result.push(value);
			} else if (!includes(values, computed, comparator)) result.push(value);
		}
		return result;
	}
	module.exports = baseDifference;
}));
var require__isFlattenable = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var Symbol = require__Symbol();
	var isArguments = require_isArguments();
	var isArray = require_isArray();
	/** Built-in value references. */
	var spreadableSymbol = Symbol ? Symbol.isConcatSpreadable : void 0;
	/**
	* Checks if `value` is a flattenable `arguments` object or array.
	*
	* @private
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is flattenable, else `false`.
	*/
	function isFlattenable(value) {
		return isArray(value) || isArguments(value) || !!(spreadableSymbol && value && value[spreadableSymbol]);
	}
	module.exports = isFlattenable;
}));
var require__baseFlatten = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var arrayPush = require__arrayPush();
	var isFlattenable = require__isFlattenable();
	/**
	* The base implementation of `_.flatten` with support for restricting flattening.
	*
	* @private
	* @param {Array} array The array to flatten.
	* @param {number} depth The maximum recursion depth.
	* @param {boolean} [predicate=isFlattenable] The function invoked per iteration.
	* @param {boolean} [isStrict] Restrict to values that pass `predicate` checks.
	* @param {Array} [result=[]] The initial result value.
	* @returns {Array} Returns the new flattened array.
	*/
	function baseFlatten(array, depth, predicate, isStrict, result) {
		var index = -1, length = array.length;
		predicate || (predicate = isFlattenable);
		result || (result = []);
		while (++index < length) {
			var value = array[index];
			if (depth > 0 && predicate(value)) {
				if (depth > 1) baseFlatten(value, depth - 1, predicate, isStrict, result);
				else arrayPush(result, value);
			} else if (!isStrict) result[result.length] = value;
		}
		return result;
	}
	module.exports = baseFlatten;
}));
var require_isArrayLikeObject = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isArrayLike = require_isArrayLike();
	var isObjectLike = require_isObjectLike();
	/**
	* This method is like `_.isArrayLike` except that it also checks if `value`
	* is an object.
	*
	* @static
	* @memberOf _
	* @since 4.0.0
	* @category Lang
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is an array-like object,
	*  else `false`.
	* @example
	*
	* _.isArrayLikeObject([1, 2, 3]);
	* // => true
	*
	* _.isArrayLikeObject(document.body.children);
	* // => true
	*
	* _.isArrayLikeObject('abc');
	* // => false
	*
	* _.isArrayLikeObject(_.noop);
	* // => false
	*/
	function isArrayLikeObject(value) {
		return isObjectLike(value) && isArrayLike(value);
	}
	module.exports = isArrayLikeObject;
}));
var require_last = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Gets the last element of `array`.
	*
	* @static
	* @memberOf _
	* @since 0.1.0
	* @category Array
	* @param {Array} array The array to query.
	* @returns {*} Returns the last element of `array`.
	* @example
	*
	* _.last([1, 2, 3]);
	* // => 3
	*/
	function last(array) {
		var length = array == null ? 0 : array.length;
		return length ? array[length - 1] : void 0;
	}
	module.exports = last;
}));
var require_differenceWith = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseDifference = require__baseDifference();
	var baseFlatten = require__baseFlatten();
	var baseRest = require__baseRest();
	var isArrayLikeObject = require_isArrayLikeObject();
	var last = require_last();
	module.exports = baseRest(function(array, values) {
		var comparator = last(values);
		if (isArrayLikeObject(comparator)) comparator = void 0;
		return isArrayLikeObject(array) ? baseDifference(array, baseFlatten(values, 1, isArrayLikeObject, true), void 0, comparator) : [];
	});
}));
var require__isKey = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isArray = require_isArray();
	var isSymbol = require_isSymbol();
	/** Used to match property names within property paths. */
	var reIsDeepProp = /\.|\[(?:[^[\]]*|(["'])(?:(?!\1)[^\\]|\\.)*?\1)\]/;
	var reIsPlainProp = /^\w*$/;
	/**
	* Checks if `value` is a property name and not a property path.
	*
	* @private
	* @param {*} value The value to check.
	* @param {Object} [object] The object to query keys on.
	* @returns {boolean} Returns `true` if `value` is a property name, else `false`.
	*/
	function isKey(value, object) {
		if (isArray(value)) return false;
		var type = typeof value;
		if (type == "number" || type == "symbol" || type == "boolean" || value == null || isSymbol(value)) return true;
		return reIsPlainProp.test(value) || !reIsDeepProp.test(value) || object != null && value in Object(object);
	}
	module.exports = isKey;
}));
var require_memoize = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var MapCache = require__MapCache();
	/** Error message constants. */
	var FUNC_ERROR_TEXT = "Expected a function";
	/**
	* Creates a function that memoizes the result of `func`. If `resolver` is
	* provided, it determines the cache key for storing the result based on the
	* arguments provided to the memoized function. By default, the first argument
	* provided to the memoized function is used as the map cache key. The `func`
	* is invoked with the `this` binding of the memoized function.
	*
	* **Note:** The cache is exposed as the `cache` property on the memoized
	* function. Its creation may be customized by replacing the `_.memoize.Cache`
	* constructor with one whose instances implement the
	* [`Map`](http://ecma-international.org/ecma-262/7.0/#sec-properties-of-the-map-prototype-object)
	* method interface of `clear`, `delete`, `get`, `has`, and `set`.
	*
	* @static
	* @memberOf _
	* @since 0.1.0
	* @category Function
	* @param {Function} func The function to have its output memoized.
	* @param {Function} [resolver] The function to resolve the cache key.
	* @returns {Function} Returns the new memoized function.
	* @example
	*
	* var object = { 'a': 1, 'b': 2 };
	* var other = { 'c': 3, 'd': 4 };
	*
	* var values = _.memoize(_.values);
	* values(object);
	* // => [1, 2]
	*
	* values(other);
	* // => [3, 4]
	*
	* object.a = 2;
	* values(object);
	* // => [1, 2]
	*
	* // Modify the result cache.
	* values.cache.set(object, ['a', 'b']);
	* values(object);
	* // => ['a', 'b']
	*
	* // Replace `_.memoize.Cache`.
	* _.memoize.Cache = WeakMap;
	*/
	function memoize(func, resolver) {
		if (typeof func != "function" || resolver != null && typeof resolver != "function") throw new TypeError(FUNC_ERROR_TEXT);
		var memoized = function() {
			var args = arguments, key = resolver ? resolver.apply(this, args) : args[0], cache = memoized.cache;
			if (cache.has(key)) return cache.get(key);
			var result = func.apply(this, args);
			memoized.cache = cache.set(key, result) || cache;
			return result;
		};
		memoized.cache = new (memoize.Cache || MapCache)();
		return memoized;
	}
	memoize.Cache = MapCache;
	module.exports = memoize;
}));
var require__memoizeCapped = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var memoize = require_memoize();
	/** Used as the maximum memoize cache size. */
	var MAX_MEMOIZE_SIZE = 500;
	/**
	* A specialized version of `_.memoize` which clears the memoized function's
	* cache when it exceeds `MAX_MEMOIZE_SIZE`.
	*
	* @private
	* @param {Function} func The function to have its output memoized.
	* @returns {Function} Returns the new memoized function.
	*/
	function memoizeCapped(func) {
		var result = memoize(func, function(key) {
			if (cache.size === MAX_MEMOIZE_SIZE) cache.clear();
			return key;
		});
		var cache = result.cache;
		return result;
	}
	module.exports = memoizeCapped;
}));
var require__stringToPath = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var memoizeCapped = require__memoizeCapped();
	/** Used to match property names within property paths. */
	var rePropName = /[^.[\]]+|\[(?:(-?\d+(?:\.\d+)?)|(["'])((?:(?!\2)[^\\]|\\.)*?)\2)\]|(?=(?:\.|\[\])(?:\.|\[\]|$))/g;
	/** Used to match backslashes in property paths. */
	var reEscapeChar = /\\(\\)?/g;
	module.exports = memoizeCapped(function(string) {
		var result = [];
		if (string.charCodeAt(0) === 46) result.push("");
		string.replace(rePropName, function(match, number, quote, subString) {
			result.push(quote ? subString.replace(reEscapeChar, "$1") : number || match);
		});
		return result;
	});
}));
var require__castPath = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isArray = require_isArray();
	var isKey = require__isKey();
	var stringToPath = require__stringToPath();
	var toString = require_toString();
	/**
	* Casts `value` to a path array if it's not one.
	*
	* @private
	* @param {*} value The value to inspect.
	* @param {Object} [object] The object to query keys on.
	* @returns {Array} Returns the cast property path array.
	*/
	function castPath(value, object) {
		if (isArray(value)) return value;
		return isKey(value, object) ? [value] : stringToPath(toString(value));
	}
	module.exports = castPath;
}));
var require__toKey = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isSymbol = require_isSymbol();
	/** Used as references for various `Number` constants. */
	var INFINITY = 1 / 0;
	/**
	* Converts `value` to a string key if it's not a string or symbol.
	*
	* @private
	* @param {*} value The value to inspect.
	* @returns {string|symbol} Returns the key.
	*/
	function toKey(value) {
		if (typeof value == "string" || isSymbol(value)) return value;
		var result = value + "";
		return result == "0" && 1 / value == -INFINITY ? "-0" : result;
	}
	module.exports = toKey;
}));
var require__baseGet = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var castPath = require__castPath();
	var toKey = require__toKey();
	/**
	* The base implementation of `_.get` without support for default values.
	*
	* @private
	* @param {Object} object The object to query.
	* @param {Array|string} path The path of the property to get.
	* @returns {*} Returns the resolved value.
	*/
	function baseGet(object, path) {
		path = castPath(path, object);
		var index = 0, length = path.length;
		while (object != null && index < length) object = object[toKey(path[index++])];
		return index && index == length ? object : void 0;
	}
	module.exports = baseGet;
}));
var require_get = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseGet = require__baseGet();
	/**
	* Gets the value at `path` of `object`. If the resolved value is
	* `undefined`, the `defaultValue` is returned in its place.
	*
	* @static
	* @memberOf _
	* @since 3.7.0
	* @category Object
	* @param {Object} object The object to query.
	* @param {Array|string} path The path of the property to get.
	* @param {*} [defaultValue] The value returned for `undefined` resolved values.
	* @returns {*} Returns the resolved value.
	* @example
	*
	* var object = { 'a': [{ 'b': { 'c': 3 } }] };
	*
	* _.get(object, 'a[0].b.c');
	* // => 3
	*
	* _.get(object, ['a', '0', 'b', 'c']);
	* // => 3
	*
	* _.get(object, 'a.b.c', 'default');
	* // => 'default'
	*/
	function get(object, path, defaultValue) {
		var result = object == null ? void 0 : baseGet(object, path);
		return result === void 0 ? defaultValue : result;
	}
	module.exports = get;
}));
var require_isEmpty = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseKeys = require__baseKeys();
	var getTag = require__getTag();
	var isArguments = require_isArguments();
	var isArray = require_isArray();
	var isArrayLike = require_isArrayLike();
	var isBuffer = require_isBuffer();
	var isPrototype = require__isPrototype();
	var isTypedArray = require_isTypedArray();
	/** `Object#toString` result references. */
	var mapTag = "[object Map]";
	var setTag = "[object Set]";
	/** Used to check objects for own properties. */
	var hasOwnProperty = Object.prototype.hasOwnProperty;
	/**
	* Checks if `value` is an empty object, collection, map, or set.
	*
	* Objects are considered empty if they have no own enumerable string keyed
	* properties.
	*
	* Array-like values such as `arguments` objects, arrays, buffers, strings, or
	* jQuery-like collections are considered empty if they have a `length` of `0`.
	* Similarly, maps and sets are considered empty if they have a `size` of `0`.
	*
	* @static
	* @memberOf _
	* @since 0.1.0
	* @category Lang
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is empty, else `false`.
	* @example
	*
	* _.isEmpty(null);
	* // => true
	*
	* _.isEmpty(true);
	* // => true
	*
	* _.isEmpty(1);
	* // => true
	*
	* _.isEmpty([1, 2, 3]);
	* // => false
	*
	* _.isEmpty({ 'a': 1 });
	* // => false
	*/
	function isEmpty(value) {
		if (value == null) return true;
		if (isArrayLike(value) && (isArray(value) || typeof value == "string" || typeof value.splice == "function" || isBuffer(value) || isTypedArray(value) || isArguments(value))) return !value.length;
		var tag = getTag(value);
		if (tag == mapTag || tag == setTag) return !value.size;
		if (isPrototype(value)) return !baseKeys(value).length;
		for (var key in value) if (hasOwnProperty.call(value, key)) return false;
		return true;
	}
	module.exports = isEmpty;
}));
var require__baseExtremum = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isSymbol = require_isSymbol();
	/**
	* The base implementation of methods like `_.max` and `_.min` which accepts a
	* `comparator` to determine the extremum value.
	*
	* @private
	* @param {Array} array The array to iterate over.
	* @param {Function} iteratee The iteratee invoked per iteration.
	* @param {Function} comparator The comparator used to compare values.
	* @returns {*} Returns the extremum value.
	*/
	function baseExtremum(array, iteratee, comparator) {
		var index = -1, length = array.length;
		while (++index < length) {
			var value = array[index], current = iteratee(value);
			if (current != null && (computed === void 0 ? current === current && !isSymbol(current) : comparator(current, computed))) var computed = current, result = value;
		}
		return result;
	}
	module.exports = baseExtremum;
}));
var require__baseGt = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* The base implementation of `_.gt` which doesn't coerce arguments.
	*
	* @private
	* @param {*} value The value to compare.
	* @param {*} other The other value to compare.
	* @returns {boolean} Returns `true` if `value` is greater than `other`,
	*  else `false`.
	*/
	function baseGt(value, other) {
		return value > other;
	}
	module.exports = baseGt;
}));
var require_max = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseExtremum = require__baseExtremum();
	var baseGt = require__baseGt();
	var identity = require_identity();
	/**
	* Computes the maximum value of `array`. If `array` is empty or falsey,
	* `undefined` is returned.
	*
	* @static
	* @since 0.1.0
	* @memberOf _
	* @category Math
	* @param {Array} array The array to iterate over.
	* @returns {*} Returns the maximum value.
	* @example
	*
	* _.max([4, 2, 8, 6]);
	* // => 8
	*
	* _.max([]);
	* // => undefined
	*/
	function max(array) {
		return array && array.length ? baseExtremum(array, identity, baseGt) : void 0;
	}
	module.exports = max;
}));
var require_table_resolver = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function getTableName(tableName, schemaName) {
		return schemaName ? `${schemaName}.${tableName}` : tableName;
	}
	function getTable(trxOrKnex, tableName, schemaName) {
		return schemaName ? trxOrKnex(tableName).withSchema(schemaName) : trxOrKnex(tableName);
	}
	function getLockTableName(tableName) {
		return tableName + "_lock";
	}
	function getLockTableNameWithSchema(tableName, schemaName) {
		return schemaName ? schemaName + "." + getLockTableName(tableName) : getLockTableName(tableName);
	}
	module.exports = {
		getLockTableName,
		getLockTableNameWithSchema,
		getTable,
		getTableName
	};
}));
var require_table_creator = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { getTable, getLockTableName, getLockTableNameWithSchema, getTableName } = require_table_resolver();
	function ensureTable(tableName, schemaName, trxOrKnex) {
		const lockTable = getLockTableName(tableName);
		return getSchemaBuilder(trxOrKnex, schemaName).hasTable(tableName).then((exists) => {
			return !exists && _createMigrationTable(tableName, schemaName, trxOrKnex);
		}).then(() => {
			return getSchemaBuilder(trxOrKnex, schemaName).hasTable(lockTable);
		}).then((exists) => {
			return !exists && _createMigrationLockTable(lockTable, schemaName, trxOrKnex);
		}).then(() => {
			return getTable(trxOrKnex, lockTable, schemaName).select("*");
		}).then((data) => {
			return !data.length && _insertLockRowIfNeeded(tableName, schemaName, trxOrKnex);
		});
	}
	function _createMigrationTable(tableName, schemaName, trxOrKnex) {
		return getSchemaBuilder(trxOrKnex, schemaName).createTable(getTableName(tableName), function(t) {
			t.increments();
			t.string("name");
			t.integer("batch");
			t.timestamp("migration_time");
		});
	}
	function _createMigrationLockTable(tableName, schemaName, trxOrKnex) {
		return getSchemaBuilder(trxOrKnex, schemaName).createTable(tableName, function(t) {
			t.increments("index").primary();
			t.integer("is_locked");
		});
	}
	function _insertLockRowIfNeeded(tableName, schemaName, trxOrKnex) {
		const lockTableWithSchema = getLockTableNameWithSchema(tableName, schemaName);
		return trxOrKnex.select("*").from(lockTableWithSchema).then((data) => {
			return !data.length ? trxOrKnex.from(lockTableWithSchema).insert({ is_locked: 0 }) : null;
		});
	}
	function getSchemaBuilder(trxOrKnex, schemaName) {
		return schemaName ? trxOrKnex.schema.withSchema(schemaName) : trxOrKnex.schema;
	}
	module.exports = {
		ensureTable,
		getSchemaBuilder
	};
}));
var require_migration_list_resolver = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { getTableName } = require_table_resolver();
	const { ensureTable } = require_table_creator();
	function listAll(migrationSource, loadExtensions) {
		return migrationSource.getMigrations(loadExtensions);
	}
	async function listCompleted(tableName, schemaName, trxOrKnex) {
		await ensureTable(tableName, schemaName, trxOrKnex);
		return await trxOrKnex.from(getTableName(tableName, schemaName)).orderBy("id").select("name");
	}
	function listAllAndCompleted(config, trxOrKnex) {
		return Promise.all([listAll(config.migrationSource, config.loadExtensions), listCompleted(config.tableName, config.schemaName, trxOrKnex)]);
	}
	module.exports = {
		listAll,
		listAllAndCompleted,
		listCompleted
	};
}));
var require__createAssigner = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseRest = require__baseRest();
	var isIterateeCall = require__isIterateeCall();
	/**
	* Creates a function like `_.assign`.
	*
	* @private
	* @param {Function} assigner The function to assign values.
	* @returns {Function} Returns the new assigner function.
	*/
	function createAssigner(assigner) {
		return baseRest(function(object, sources) {
			var index = -1, length = sources.length, customizer = length > 1 ? sources[length - 1] : void 0, guard = length > 2 ? sources[2] : void 0;
			customizer = assigner.length > 3 && typeof customizer == "function" ? (length--, customizer) : void 0;
			if (guard && isIterateeCall(sources[0], sources[1], guard)) {
				customizer = length < 3 ? void 0 : customizer;
				length = 1;
			}
			object = Object(object);
			while (++index < length) {
				var source = sources[index];
				if (source) assigner(object, source, index, customizer);
			}
			return object;
		});
	}
	module.exports = createAssigner;
}));
var require_assignWith = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var copyObject = require__copyObject();
	var createAssigner = require__createAssigner();
	var keys = require_keys();
	module.exports = createAssigner(function(object, source, srcIndex, customizer) {
		copyObject(source, keys(source), object, customizer);
	});
}));
var require_isPlainObject = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseGetTag = require__baseGetTag();
	var getPrototype = require__getPrototype();
	var isObjectLike = require_isObjectLike();
	/** `Object#toString` result references. */
	var objectTag = "[object Object]";
	/** Used for built-in method references. */
	var funcProto = Function.prototype;
	var objectProto = Object.prototype;
	/** Used to resolve the decompiled source of functions. */
	var funcToString = funcProto.toString;
	/** Used to check objects for own properties. */
	var hasOwnProperty = objectProto.hasOwnProperty;
	/** Used to infer the `Object` constructor. */
	var objectCtorString = funcToString.call(Object);
	/**
	* Checks if `value` is a plain object, that is, an object created by the
	* `Object` constructor or one with a `[[Prototype]]` of `null`.
	*
	* @static
	* @memberOf _
	* @since 0.8.0
	* @category Lang
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is a plain object, else `false`.
	* @example
	*
	* function Foo() {
	*   this.a = 1;
	* }
	*
	* _.isPlainObject(new Foo);
	* // => false
	*
	* _.isPlainObject([1, 2, 3]);
	* // => false
	*
	* _.isPlainObject({ 'x': 0, 'y': 0 });
	* // => true
	*
	* _.isPlainObject(Object.create(null));
	* // => true
	*/
	function isPlainObject(value) {
		if (!isObjectLike(value) || baseGetTag(value) != objectTag) return false;
		var proto = getPrototype(value);
		if (proto === null) return true;
		var Ctor = hasOwnProperty.call(proto, "constructor") && proto.constructor;
		return typeof Ctor == "function" && Ctor instanceof Ctor && funcToString.call(Ctor) == objectCtorString;
	}
	module.exports = isPlainObject;
}));
var require_isError = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseGetTag = require__baseGetTag();
	var isObjectLike = require_isObjectLike();
	var isPlainObject = require_isPlainObject();
	/** `Object#toString` result references. */
	var domExcTag = "[object DOMException]";
	var errorTag = "[object Error]";
	/**
	* Checks if `value` is an `Error`, `EvalError`, `RangeError`, `ReferenceError`,
	* `SyntaxError`, `TypeError`, or `URIError` object.
	*
	* @static
	* @memberOf _
	* @since 3.0.0
	* @category Lang
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is an error object, else `false`.
	* @example
	*
	* _.isError(new Error);
	* // => true
	*
	* _.isError(Error);
	* // => false
	*/
	function isError(value) {
		if (!isObjectLike(value)) return false;
		var tag = baseGetTag(value);
		return tag == errorTag || tag == domExcTag || typeof value.message == "string" && typeof value.name == "string" && !isPlainObject(value);
	}
	module.exports = isError;
}));
var require_attempt = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var apply = require__apply();
	var baseRest = require__baseRest();
	var isError = require_isError();
	module.exports = baseRest(function(func, args) {
		try {
			return apply(func, void 0, args);
		} catch (e) {
			return isError(e) ? e : new Error(e);
		}
	});
}));
var require__baseValues = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var arrayMap = require__arrayMap();
	/**
	* The base implementation of `_.values` and `_.valuesIn` which creates an
	* array of `object` property values corresponding to the property names
	* of `props`.
	*
	* @private
	* @param {Object} object The object to query.
	* @param {Array} props The property names to get values for.
	* @returns {Object} Returns the array of property values.
	*/
	function baseValues(object, props) {
		return arrayMap(props, function(key) {
			return object[key];
		});
	}
	module.exports = baseValues;
}));
var require__customDefaultsAssignIn = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var eq = require_eq();
	/** Used for built-in method references. */
	var objectProto = Object.prototype;
	/** Used to check objects for own properties. */
	var hasOwnProperty = objectProto.hasOwnProperty;
	/**
	* Used by `_.defaults` to customize its `_.assignIn` use to assign properties
	* of source objects to the destination object for all destination properties
	* that resolve to `undefined`.
	*
	* @private
	* @param {*} objValue The destination value.
	* @param {*} srcValue The source value.
	* @param {string} key The key of the property to assign.
	* @param {Object} object The parent object of `objValue`.
	* @returns {*} Returns the value to assign.
	*/
	function customDefaultsAssignIn(objValue, srcValue, key, object) {
		if (objValue === void 0 || eq(objValue, objectProto[key]) && !hasOwnProperty.call(object, key)) return srcValue;
		return objValue;
	}
	module.exports = customDefaultsAssignIn;
}));
var require__escapeStringChar = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** Used to escape characters for inclusion in compiled string literals. */
	var stringEscapes = {
		"\\": "\\",
		"'": "'",
		"\n": "n",
		"\r": "r",
		"\u2028": "u2028",
		"\u2029": "u2029"
	};
	/**
	* Used by `_.template` to escape characters for inclusion in compiled string literals.
	*
	* @private
	* @param {string} chr The matched character to escape.
	* @returns {string} Returns the escaped character.
	*/
	function escapeStringChar(chr) {
		return "\\" + stringEscapes[chr];
	}
	module.exports = escapeStringChar;
}));
var require__reInterpolate = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = /<%=([\s\S]+?)%>/g;
}));
var require__basePropertyOf = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* The base implementation of `_.propertyOf` without support for deep paths.
	*
	* @private
	* @param {Object} object The object to query.
	* @returns {Function} Returns the new accessor function.
	*/
	function basePropertyOf(object) {
		return function(key) {
			return object == null ? void 0 : object[key];
		};
	}
	module.exports = basePropertyOf;
}));
var require__escapeHtmlChar = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require__basePropertyOf()({
		"&": "&amp;",
		"<": "&lt;",
		">": "&gt;",
		"\"": "&quot;",
		"'": "&#39;"
	});
}));
var require_escape = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var escapeHtmlChar = require__escapeHtmlChar();
	var toString = require_toString();
	/** Used to match HTML entities and HTML characters. */
	var reUnescapedHtml = /[&<>"']/g;
	var reHasUnescapedHtml = RegExp(reUnescapedHtml.source);
	/**
	* Converts the characters "&", "<", ">", '"', and "'" in `string` to their
	* corresponding HTML entities.
	*
	* **Note:** No other characters are escaped. To escape additional
	* characters use a third-party library like [_he_](https://mths.be/he).
	*
	* Though the ">" character is escaped for symmetry, characters like
	* ">" and "/" don't need escaping in HTML and have no special meaning
	* unless they're part of a tag or unquoted attribute value. See
	* [Mathias Bynens's article](https://mathiasbynens.be/notes/ambiguous-ampersands)
	* (under "semi-related fun fact") for more details.
	*
	* When working with HTML you should always
	* [quote attribute values](http://wonko.com/post/html-escaping) to reduce
	* XSS vectors.
	*
	* @static
	* @since 0.1.0
	* @memberOf _
	* @category String
	* @param {string} [string=''] The string to escape.
	* @returns {string} Returns the escaped string.
	* @example
	*
	* _.escape('fred, barney, & pebbles');
	* // => 'fred, barney, &amp; pebbles'
	*/
	function escape(string) {
		string = toString(string);
		return string && reHasUnescapedHtml.test(string) ? string.replace(reUnescapedHtml, escapeHtmlChar) : string;
	}
	module.exports = escape;
}));
var require__reEscape = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = /<%-([\s\S]+?)%>/g;
}));
var require__reEvaluate = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = /<%([\s\S]+?)%>/g;
}));
var require_templateSettings = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var escape = require_escape();
	module.exports = {
		/**
		* Used to detect `data` property values to be HTML-escaped.
		*
		* @memberOf _.templateSettings
		* @type {RegExp}
		*/
		"escape": require__reEscape(),
		/**
		* Used to detect code to be evaluated.
		*
		* @memberOf _.templateSettings
		* @type {RegExp}
		*/
		"evaluate": require__reEvaluate(),
		/**
		* Used to detect `data` property values to inject.
		*
		* @memberOf _.templateSettings
		* @type {RegExp}
		*/
		"interpolate": require__reInterpolate(),
		/**
		* Used to reference the data object in the template text.
		*
		* @memberOf _.templateSettings
		* @type {string}
		*/
		"variable": "",
		/**
		* Used to import variables into the compiled template.
		*
		* @memberOf _.templateSettings
		* @type {Object}
		*/
		"imports": { 
		/**
		* A reference to the `lodash` function.
		*
		* @memberOf _.templateSettings.imports
		* @type {Function}
		*/
"_": { "escape": escape } }
	};
}));
var require_template$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var arrayEach = require__arrayEach();
	var assignWith = require_assignWith();
	var attempt = require_attempt();
	var baseValues = require__baseValues();
	var customDefaultsAssignIn = require__customDefaultsAssignIn();
	var escapeStringChar = require__escapeStringChar();
	var isError = require_isError();
	var isIterateeCall = require__isIterateeCall();
	var keys = require_keys();
	var reInterpolate = require__reInterpolate();
	var templateSettings = require_templateSettings();
	var toString = require_toString();
	/** Error message constants. */
	var INVALID_TEMPL_VAR_ERROR_TEXT = "Invalid `variable` option passed into `_.template`";
	var INVALID_TEMPL_IMPORTS_ERROR_TEXT = "Invalid `imports` option passed into `_.template`";
	/** Used to match empty string literals in compiled template source. */
	var reEmptyStringLeading = /\b__p \+= '';/g;
	var reEmptyStringMiddle = /\b(__p \+=) '' \+/g;
	var reEmptyStringTrailing = /(__e\(.*?\)|\b__t\)) \+\n'';/g;
	/**
	* Used to validate the `validate` option in `_.template` variable.
	*
	* Forbids characters which could potentially change the meaning of the function argument definition:
	* - "()," (modification of function parameters)
	* - "=" (default value)
	* - "[]{}" (destructuring of function parameters)
	* - "/" (beginning of a comment)
	* - whitespace
	*/
	var reForbiddenIdentifierChars = /[()=,{}\[\]\/\s]/;
	/**
	* Used to match
	* [ES template delimiters](http://ecma-international.org/ecma-262/7.0/#sec-template-literal-lexical-components).
	*/
	var reEsTemplate = /\$\{([^\\}]*(?:\\.[^\\}]*)*)\}/g;
	/** Used to ensure capturing order of template delimiters. */
	var reNoMatch = /($^)/;
	/** Used to match unescaped characters in compiled string literals. */
	var reUnescapedString = /['\n\r\u2028\u2029\\]/g;
	/** Used to check objects for own properties. */
	var hasOwnProperty = Object.prototype.hasOwnProperty;
	/**
	* Creates a compiled template function that can interpolate data properties
	* in "interpolate" delimiters, HTML-escape interpolated data properties in
	* "escape" delimiters, and execute JavaScript in "evaluate" delimiters. Data
	* properties may be accessed as free variables in the template. If a setting
	* object is given, it takes precedence over `_.templateSettings` values.
	*
	* **Security:** `_.template` is insecure and should not be used. It will be
	* removed in Lodash v5. Avoid untrusted input. See
	* [threat model](https://github.com/lodash/lodash/blob/main/threat-model.md).
	*
	* **Note:** In the development build `_.template` utilizes
	* [sourceURLs](http://www.html5rocks.com/en/tutorials/developertools/sourcemaps/#toc-sourceurl)
	* for easier debugging.
	*
	* For more information on precompiling templates see
	* [lodash's custom builds documentation](https://lodash.com/custom-builds).
	*
	* For more information on Chrome extension sandboxes see
	* [Chrome's extensions documentation](https://developer.chrome.com/extensions/sandboxingEval).
	*
	* @static
	* @since 0.1.0
	* @memberOf _
	* @category String
	* @param {string} [string=''] The template string.
	* @param {Object} [options={}] The options object.
	* @param {RegExp} [options.escape=_.templateSettings.escape]
	*  The HTML "escape" delimiter.
	* @param {RegExp} [options.evaluate=_.templateSettings.evaluate]
	*  The "evaluate" delimiter.
	* @param {Object} [options.imports=_.templateSettings.imports]
	*  An object to import into the template as free variables.
	* @param {RegExp} [options.interpolate=_.templateSettings.interpolate]
	*  The "interpolate" delimiter.
	* @param {string} [options.sourceURL='templateSources[n]']
	*  The sourceURL of the compiled template.
	* @param {string} [options.variable='obj']
	*  The data object variable name.
	* @param- {Object} [guard] Enables use as an iteratee for methods like `_.map`.
	* @returns {Function} Returns the compiled template function.
	* @example
	*
	* // Use the "interpolate" delimiter to create a compiled template.
	* var compiled = _.template('hello <%= user %>!');
	* compiled({ 'user': 'fred' });
	* // => 'hello fred!'
	*
	* // Use the HTML "escape" delimiter to escape data property values.
	* var compiled = _.template('<b><%- value %></b>');
	* compiled({ 'value': '<script>' });
	* // => '<b>&lt;script&gt;</b>'
	*
	* // Use the "evaluate" delimiter to execute JavaScript and generate HTML.
	* var compiled = _.template('<% _.forEach(users, function(user) { %><li><%- user %></li><% }); %>');
	* compiled({ 'users': ['fred', 'barney'] });
	* // => '<li>fred</li><li>barney</li>'
	*
	* // Use the internal `print` function in "evaluate" delimiters.
	* var compiled = _.template('<% print("hello " + user); %>!');
	* compiled({ 'user': 'barney' });
	* // => 'hello barney!'
	*
	* // Use the ES template literal delimiter as an "interpolate" delimiter.
	* // Disable support by replacing the "interpolate" delimiter.
	* var compiled = _.template('hello ${ user }!');
	* compiled({ 'user': 'pebbles' });
	* // => 'hello pebbles!'
	*
	* // Use backslashes to treat delimiters as plain text.
	* var compiled = _.template('<%= "\\<%- value %\\>" %>');
	* compiled({ 'value': 'ignored' });
	* // => '<%- value %>'
	*
	* // Use the `imports` option to import `jQuery` as `jq`.
	* var text = '<% jq.each(users, function(user) { %><li><%- user %></li><% }); %>';
	* var compiled = _.template(text, { 'imports': { 'jq': jQuery } });
	* compiled({ 'users': ['fred', 'barney'] });
	* // => '<li>fred</li><li>barney</li>'
	*
	* // Use the `sourceURL` option to specify a custom sourceURL for the template.
	* var compiled = _.template('hello <%= user %>!', { 'sourceURL': '/basic/greeting.jst' });
	* compiled(data);
	* // => Find the source of "greeting.jst" under the Sources tab or Resources panel of the web inspector.
	*
	* // Use the `variable` option to ensure a with-statement isn't used in the compiled template.
	* var compiled = _.template('hi <%= data.user %>!', { 'variable': 'data' });
	* compiled.source;
	* // => function(data) {
	* //   var __t, __p = '';
	* //   __p += 'hi ' + ((__t = ( data.user )) == null ? '' : __t) + '!';
	* //   return __p;
	* // }
	*
	* // Use custom template delimiters.
	* _.templateSettings.interpolate = /{{([\s\S]+?)}}/g;
	* var compiled = _.template('hello {{ user }}!');
	* compiled({ 'user': 'mustache' });
	* // => 'hello mustache!'
	*
	* // Use the `source` property to inline compiled templates for meaningful
	* // line numbers in error messages and stack traces.
	* fs.writeFileSync(path.join(process.cwd(), 'jst.js'), '\
	*   var JST = {\
	*     "main": ' + _.template(mainText).source + '\
	*   };\
	* ');
	*/
	function template(string, options, guard) {
		var settings = templateSettings.imports._.templateSettings || templateSettings;
		if (guard && isIterateeCall(string, options, guard)) options = void 0;
		string = toString(string);
		options = assignWith({}, options, settings, customDefaultsAssignIn);
		var imports = assignWith({}, options.imports, settings.imports, customDefaultsAssignIn), importsKeys = keys(imports), importsValues = baseValues(imports, importsKeys);
		arrayEach(importsKeys, function(key) {
			if (reForbiddenIdentifierChars.test(key)) throw new Error(INVALID_TEMPL_IMPORTS_ERROR_TEXT);
		});
		var isEscaping, isEvaluating, index = 0, interpolate = options.interpolate || reNoMatch, source = "__p += '";
		var reDelimiters = RegExp((options.escape || reNoMatch).source + "|" + interpolate.source + "|" + (interpolate === reInterpolate ? reEsTemplate : reNoMatch).source + "|" + (options.evaluate || reNoMatch).source + "|$", "g");
		var sourceURL = hasOwnProperty.call(options, "sourceURL") ? "//# sourceURL=" + (options.sourceURL + "").replace(/\s/g, " ") + "\n" : "";
		string.replace(reDelimiters, function(match, escapeValue, interpolateValue, esTemplateValue, evaluateValue, offset) {
			interpolateValue || (interpolateValue = esTemplateValue);
			source += string.slice(index, offset).replace(reUnescapedString, escapeStringChar);
			if (escapeValue) {
				isEscaping = true;
				source += "' +\n__e(" + escapeValue + ") +\n'";
			}
			if (evaluateValue) {
				isEvaluating = true;
				source += "';\n" + evaluateValue + ";\n__p += '";
			}
			if (interpolateValue) source += "' +\n((__t = (" + interpolateValue + ")) == null ? '' : __t) +\n'";
			index = offset + match.length;
			return match;
		});
		source += "';\n";
		var variable = hasOwnProperty.call(options, "variable") && options.variable;
		if (!variable) source = "with (obj) {\n" + source + "\n}\n";
		else if (reForbiddenIdentifierChars.test(variable)) throw new Error(INVALID_TEMPL_VAR_ERROR_TEXT);
		source = (isEvaluating ? source.replace(reEmptyStringLeading, "") : source).replace(reEmptyStringMiddle, "$1").replace(reEmptyStringTrailing, "$1;");
		source = "function(" + (variable || "obj") + ") {\n" + (variable ? "" : "obj || (obj = {});\n") + "var __t, __p = ''" + (isEscaping ? ", __e = _.escape" : "") + (isEvaluating ? ", __j = Array.prototype.join;\nfunction print() { __p += __j.call(arguments, '') }\n" : ";\n") + source + "return __p\n}";
		var result = attempt(function() {
			return Function(importsKeys, sourceURL + "return " + source).apply(void 0, importsValues);
		});
		result.source = source;
		if (isError(result)) throw result;
		return result;
	}
	module.exports = template;
}));
var require_flatten = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseFlatten = require__baseFlatten();
	/**
	* Flattens `array` a single level deep.
	*
	* @static
	* @memberOf _
	* @since 0.1.0
	* @category Array
	* @param {Array} array The array to flatten.
	* @returns {Array} Returns the new flattened array.
	* @example
	*
	* _.flatten([1, [2, [3, [4]], 5]]);
	* // => [1, 2, [3, [4]], 5]
	*/
	function flatten(array) {
		return (array == null ? 0 : array.length) ? baseFlatten(array, 1) : [];
	}
	module.exports = flatten;
}));
var require_fs = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const fs = __require("fs");
	const flatten = require_flatten();
	const os = __require("os");
	const path = __require("path");
	const { promisify } = __require("util");
	const stat = promisify(fs.stat);
	const readFile = promisify(fs.readFile);
	const writeFile = promisify(fs.writeFile);
	const readdir = promisify(fs.readdir);
	const mkdir = promisify(fs.mkdir);
	function existsSync(path) {
		try {
			fs.accessSync(path);
			return true;
		} catch (e) {
			return false;
		}
	}
	/**
	* Creates a temporary directory and returns it path.
	*
	* @returns {Promise<string>}
	*/
	function createTemp() {
		return promisify(fs.mkdtemp)(`${os.tmpdir()}${path.sep}`);
	}
	/**
	* Ensures the given path exists.
	*  - If the path already exist, it's fine - it does nothing.
	*  - If the path doesn't exist, it will create it.
	*
	* @param {string} path
	* @returns {Promise}
	*/
	function ensureDirectoryExists(dir) {
		return stat(dir).catch(() => mkdir(dir, { recursive: true }));
	}
	/**
	* Read a directory,
	* sorting folders and files by alphabetically order.
	* Can be browsed recursively.
	*
	* @param {string} dir
	* The directory to analyse
	*
	* @param {boolean} recursive
	* Browse directory recursively
	*
	* @returns {Promise<[string]>}
	* All found files, concatenated to the current dir
	*/
	async function getFilepathsInFolder(dir, recursive = false) {
		const pathsList = await readdir(dir);
		return flatten(await Promise.all(pathsList.sort().map(async (currentPath) => {
			const currentFile = path.resolve(dir, currentPath);
			const statFile = await stat(currentFile);
			if (statFile && statFile.isDirectory()) {
				if (recursive) return await getFilepathsInFolder(currentFile, true);
				return [];
			}
			return [currentFile];
		})));
	}
	module.exports = {
		existsSync,
		stat,
		readdir,
		readFile,
		writeFile,
		createTemp,
		ensureDirectoryExists,
		getFilepathsInFolder
	};
}));
var require_template = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const template = require_template$1();
	const { readFile, writeFile } = require_fs();
	/**
	* Light wrapper over lodash templates making it safer to be used with javascript source code.
	*
	* In particular, doesn't interfere with use of interpolated strings in javascript.
	*
	* @param {string} content Template source
	* @param {_.TemplateOptions} options Template options
	*/
	const jsSourceTemplate = (content, options) => template(content, {
		interpolate: /<%=([\s\S]+?)%>/g,
		...options
	});
	/**
	* Compile the contents of specified (javascript) file as a lodash template
	*
	* @param {string} filePath Path of file to be used as template
	* @param {_.TemplateOptions} options Lodash template options
	*/
	const jsFileTemplate = async (filePath, options) => {
		const contentBuffer = await readFile(filePath);
		return jsSourceTemplate(contentBuffer.toString(), options);
	};
	/**
	* Write a javascript file using another file as a (lodash) template
	*
	* @param {string} targetFilePath
	* @param {string} sourceFilePath
	* @param {_.TemplateOptions} options options passed to lodash templates
	*/
	const writeJsFileUsingTemplate = async (targetFilePath, sourceFilePath, options, variables) => writeFile(targetFilePath, (await jsFileTemplate(sourceFilePath, options))(variables));
	module.exports = {
		jsSourceTemplate,
		jsFileTemplate,
		writeJsFileUsingTemplate
	};
}));
var require__arraySome = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* A specialized version of `_.some` for arrays without support for iteratee
	* shorthands.
	*
	* @private
	* @param {Array} [array] The array to iterate over.
	* @param {Function} predicate The function invoked per iteration.
	* @returns {boolean} Returns `true` if any element passes the predicate check,
	*  else `false`.
	*/
	function arraySome(array, predicate) {
		var index = -1, length = array == null ? 0 : array.length;
		while (++index < length) if (predicate(array[index], index, array)) return true;
		return false;
	}
	module.exports = arraySome;
}));
var require__equalArrays = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var SetCache = require__SetCache();
	var arraySome = require__arraySome();
	var cacheHas = require__cacheHas();
	/** Used to compose bitmasks for value comparisons. */
	var COMPARE_PARTIAL_FLAG = 1;
	var COMPARE_UNORDERED_FLAG = 2;
	/**
	* A specialized version of `baseIsEqualDeep` for arrays with support for
	* partial deep comparisons.
	*
	* @private
	* @param {Array} array The array to compare.
	* @param {Array} other The other array to compare.
	* @param {number} bitmask The bitmask flags. See `baseIsEqual` for more details.
	* @param {Function} customizer The function to customize comparisons.
	* @param {Function} equalFunc The function to determine equivalents of values.
	* @param {Object} stack Tracks traversed `array` and `other` objects.
	* @returns {boolean} Returns `true` if the arrays are equivalent, else `false`.
	*/
	function equalArrays(array, other, bitmask, customizer, equalFunc, stack) {
		var isPartial = bitmask & COMPARE_PARTIAL_FLAG, arrLength = array.length, othLength = other.length;
		if (arrLength != othLength && !(isPartial && othLength > arrLength)) return false;
		var arrStacked = stack.get(array);
		var othStacked = stack.get(other);
		if (arrStacked && othStacked) return arrStacked == other && othStacked == array;
		var index = -1, result = true, seen = bitmask & COMPARE_UNORDERED_FLAG ? new SetCache() : void 0;
		stack.set(array, other);
		stack.set(other, array);
		while (++index < arrLength) {
			var arrValue = array[index], othValue = other[index];
			if (customizer) var compared = isPartial ? customizer(othValue, arrValue, index, other, array, stack) : customizer(arrValue, othValue, index, array, other, stack);
			if (compared !== void 0) {
				if (compared) continue;
				result = false;
				break;
			}
			if (seen) {
				if (!arraySome(other, function(othValue, othIndex) {
					if (!cacheHas(seen, othIndex) && (arrValue === othValue || equalFunc(arrValue, othValue, bitmask, customizer, stack))) return seen.push(othIndex);
				})) {
					result = false;
					break;
				}
			} else if (!(arrValue === othValue || equalFunc(arrValue, othValue, bitmask, customizer, stack))) {
				result = false;
				break;
			}
		}
		stack["delete"](array);
		stack["delete"](other);
		return result;
	}
	module.exports = equalArrays;
}));
var require__mapToArray = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Converts `map` to its key-value pairs.
	*
	* @private
	* @param {Object} map The map to convert.
	* @returns {Array} Returns the key-value pairs.
	*/
	function mapToArray(map) {
		var index = -1, result = Array(map.size);
		map.forEach(function(value, key) {
			result[++index] = [key, value];
		});
		return result;
	}
	module.exports = mapToArray;
}));
var require__setToArray = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Converts `set` to an array of its values.
	*
	* @private
	* @param {Object} set The set to convert.
	* @returns {Array} Returns the values.
	*/
	function setToArray(set) {
		var index = -1, result = Array(set.size);
		set.forEach(function(value) {
			result[++index] = value;
		});
		return result;
	}
	module.exports = setToArray;
}));
var require__equalByTag = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var Symbol = require__Symbol();
	var Uint8Array = require__Uint8Array();
	var eq = require_eq();
	var equalArrays = require__equalArrays();
	var mapToArray = require__mapToArray();
	var setToArray = require__setToArray();
	/** Used to compose bitmasks for value comparisons. */
	var COMPARE_PARTIAL_FLAG = 1;
	var COMPARE_UNORDERED_FLAG = 2;
	/** `Object#toString` result references. */
	var boolTag = "[object Boolean]";
	var dateTag = "[object Date]";
	var errorTag = "[object Error]";
	var mapTag = "[object Map]";
	var numberTag = "[object Number]";
	var regexpTag = "[object RegExp]";
	var setTag = "[object Set]";
	var stringTag = "[object String]";
	var symbolTag = "[object Symbol]";
	var arrayBufferTag = "[object ArrayBuffer]";
	var dataViewTag = "[object DataView]";
	/** Used to convert symbols to primitives and strings. */
	var symbolProto = Symbol ? Symbol.prototype : void 0;
	var symbolValueOf = symbolProto ? symbolProto.valueOf : void 0;
	/**
	* A specialized version of `baseIsEqualDeep` for comparing objects of
	* the same `toStringTag`.
	*
	* **Note:** This function only supports comparing values with tags of
	* `Boolean`, `Date`, `Error`, `Number`, `RegExp`, or `String`.
	*
	* @private
	* @param {Object} object The object to compare.
	* @param {Object} other The other object to compare.
	* @param {string} tag The `toStringTag` of the objects to compare.
	* @param {number} bitmask The bitmask flags. See `baseIsEqual` for more details.
	* @param {Function} customizer The function to customize comparisons.
	* @param {Function} equalFunc The function to determine equivalents of values.
	* @param {Object} stack Tracks traversed `object` and `other` objects.
	* @returns {boolean} Returns `true` if the objects are equivalent, else `false`.
	*/
	function equalByTag(object, other, tag, bitmask, customizer, equalFunc, stack) {
		switch (tag) {
			case dataViewTag:
				if (object.byteLength != other.byteLength || object.byteOffset != other.byteOffset) return false;
				object = object.buffer;
				other = other.buffer;
			case arrayBufferTag:
				if (object.byteLength != other.byteLength || !equalFunc(new Uint8Array(object), new Uint8Array(other))) return false;
				return true;
			case boolTag:
			case dateTag:
			case numberTag: return eq(+object, +other);
			case errorTag: return object.name == other.name && object.message == other.message;
			case regexpTag:
			case stringTag: return object == other + "";
			case mapTag: var convert = mapToArray;
			case setTag:
				var isPartial = bitmask & COMPARE_PARTIAL_FLAG;
				convert || (convert = setToArray);
				if (object.size != other.size && !isPartial) return false;
				var stacked = stack.get(object);
				if (stacked) return stacked == other;
				bitmask |= COMPARE_UNORDERED_FLAG;
				stack.set(object, other);
				var result = equalArrays(convert(object), convert(other), bitmask, customizer, equalFunc, stack);
				stack["delete"](object);
				return result;
			case symbolTag: if (symbolValueOf) return symbolValueOf.call(object) == symbolValueOf.call(other);
		}
		return false;
	}
	module.exports = equalByTag;
}));
var require__equalObjects = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var getAllKeys = require__getAllKeys();
	/** Used to compose bitmasks for value comparisons. */
	var COMPARE_PARTIAL_FLAG = 1;
	/** Used to check objects for own properties. */
	var hasOwnProperty = Object.prototype.hasOwnProperty;
	/**
	* A specialized version of `baseIsEqualDeep` for objects with support for
	* partial deep comparisons.
	*
	* @private
	* @param {Object} object The object to compare.
	* @param {Object} other The other object to compare.
	* @param {number} bitmask The bitmask flags. See `baseIsEqual` for more details.
	* @param {Function} customizer The function to customize comparisons.
	* @param {Function} equalFunc The function to determine equivalents of values.
	* @param {Object} stack Tracks traversed `object` and `other` objects.
	* @returns {boolean} Returns `true` if the objects are equivalent, else `false`.
	*/
	function equalObjects(object, other, bitmask, customizer, equalFunc, stack) {
		var isPartial = bitmask & COMPARE_PARTIAL_FLAG, objProps = getAllKeys(object), objLength = objProps.length;
		if (objLength != getAllKeys(other).length && !isPartial) return false;
		var index = objLength;
		while (index--) {
			var key = objProps[index];
			if (!(isPartial ? key in other : hasOwnProperty.call(other, key))) return false;
		}
		var objStacked = stack.get(object);
		var othStacked = stack.get(other);
		if (objStacked && othStacked) return objStacked == other && othStacked == object;
		var result = true;
		stack.set(object, other);
		stack.set(other, object);
		var skipCtor = isPartial;
		while (++index < objLength) {
			key = objProps[index];
			var objValue = object[key], othValue = other[key];
			if (customizer) var compared = isPartial ? customizer(othValue, objValue, key, other, object, stack) : customizer(objValue, othValue, key, object, other, stack);
			if (!(compared === void 0 ? objValue === othValue || equalFunc(objValue, othValue, bitmask, customizer, stack) : compared)) {
				result = false;
				break;
			}
			skipCtor || (skipCtor = key == "constructor");
		}
		if (result && !skipCtor) {
			var objCtor = object.constructor, othCtor = other.constructor;
			if (objCtor != othCtor && "constructor" in object && "constructor" in other && !(typeof objCtor == "function" && objCtor instanceof objCtor && typeof othCtor == "function" && othCtor instanceof othCtor)) result = false;
		}
		stack["delete"](object);
		stack["delete"](other);
		return result;
	}
	module.exports = equalObjects;
}));
var require__baseIsEqualDeep = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var Stack = require__Stack();
	var equalArrays = require__equalArrays();
	var equalByTag = require__equalByTag();
	var equalObjects = require__equalObjects();
	var getTag = require__getTag();
	var isArray = require_isArray();
	var isBuffer = require_isBuffer();
	var isTypedArray = require_isTypedArray();
	/** Used to compose bitmasks for value comparisons. */
	var COMPARE_PARTIAL_FLAG = 1;
	/** `Object#toString` result references. */
	var argsTag = "[object Arguments]";
	var arrayTag = "[object Array]";
	var objectTag = "[object Object]";
	/** Used to check objects for own properties. */
	var hasOwnProperty = Object.prototype.hasOwnProperty;
	/**
	* A specialized version of `baseIsEqual` for arrays and objects which performs
	* deep comparisons and tracks traversed objects enabling objects with circular
	* references to be compared.
	*
	* @private
	* @param {Object} object The object to compare.
	* @param {Object} other The other object to compare.
	* @param {number} bitmask The bitmask flags. See `baseIsEqual` for more details.
	* @param {Function} customizer The function to customize comparisons.
	* @param {Function} equalFunc The function to determine equivalents of values.
	* @param {Object} [stack] Tracks traversed `object` and `other` objects.
	* @returns {boolean} Returns `true` if the objects are equivalent, else `false`.
	*/
	function baseIsEqualDeep(object, other, bitmask, customizer, equalFunc, stack) {
		var objIsArr = isArray(object), othIsArr = isArray(other), objTag = objIsArr ? arrayTag : getTag(object), othTag = othIsArr ? arrayTag : getTag(other);
		objTag = objTag == argsTag ? objectTag : objTag;
		othTag = othTag == argsTag ? objectTag : othTag;
		var objIsObj = objTag == objectTag, othIsObj = othTag == objectTag, isSameTag = objTag == othTag;
		if (isSameTag && isBuffer(object)) {
			if (!isBuffer(other)) return false;
			objIsArr = true;
			objIsObj = false;
		}
		if (isSameTag && !objIsObj) {
			stack || (stack = new Stack());
			return objIsArr || isTypedArray(object) ? equalArrays(object, other, bitmask, customizer, equalFunc, stack) : equalByTag(object, other, objTag, bitmask, customizer, equalFunc, stack);
		}
		if (!(bitmask & COMPARE_PARTIAL_FLAG)) {
			var objIsWrapped = objIsObj && hasOwnProperty.call(object, "__wrapped__"), othIsWrapped = othIsObj && hasOwnProperty.call(other, "__wrapped__");
			if (objIsWrapped || othIsWrapped) {
				var objUnwrapped = objIsWrapped ? object.value() : object, othUnwrapped = othIsWrapped ? other.value() : other;
				stack || (stack = new Stack());
				return equalFunc(objUnwrapped, othUnwrapped, bitmask, customizer, stack);
			}
		}
		if (!isSameTag) return false;
		stack || (stack = new Stack());
		return equalObjects(object, other, bitmask, customizer, equalFunc, stack);
	}
	module.exports = baseIsEqualDeep;
}));
var require__baseIsEqual = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseIsEqualDeep = require__baseIsEqualDeep();
	var isObjectLike = require_isObjectLike();
	/**
	* The base implementation of `_.isEqual` which supports partial comparisons
	* and tracks traversed objects.
	*
	* @private
	* @param {*} value The value to compare.
	* @param {*} other The other value to compare.
	* @param {boolean} bitmask The bitmask flags.
	*  1 - Unordered comparison
	*  2 - Partial comparison
	* @param {Function} [customizer] The function to customize comparisons.
	* @param {Object} [stack] Tracks traversed `value` and `other` objects.
	* @returns {boolean} Returns `true` if the values are equivalent, else `false`.
	*/
	function baseIsEqual(value, other, bitmask, customizer, stack) {
		if (value === other) return true;
		if (value == null || other == null || !isObjectLike(value) && !isObjectLike(other)) return value !== value && other !== other;
		return baseIsEqualDeep(value, other, bitmask, customizer, baseIsEqual, stack);
	}
	module.exports = baseIsEqual;
}));
var require__baseIsMatch = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var Stack = require__Stack();
	var baseIsEqual = require__baseIsEqual();
	/** Used to compose bitmasks for value comparisons. */
	var COMPARE_PARTIAL_FLAG = 1;
	var COMPARE_UNORDERED_FLAG = 2;
	/**
	* The base implementation of `_.isMatch` without support for iteratee shorthands.
	*
	* @private
	* @param {Object} object The object to inspect.
	* @param {Object} source The object of property values to match.
	* @param {Array} matchData The property names, values, and compare flags to match.
	* @param {Function} [customizer] The function to customize comparisons.
	* @returns {boolean} Returns `true` if `object` is a match, else `false`.
	*/
	function baseIsMatch(object, source, matchData, customizer) {
		var index = matchData.length, length = index, noCustomizer = !customizer;
		if (object == null) return !length;
		object = Object(object);
		while (index--) {
			var data = matchData[index];
			if (noCustomizer && data[2] ? data[1] !== object[data[0]] : !(data[0] in object)) return false;
		}
		while (++index < length) {
			data = matchData[index];
			var key = data[0], objValue = object[key], srcValue = data[1];
			if (noCustomizer && data[2]) {
				if (objValue === void 0 && !(key in object)) return false;
			} else {
				var stack = new Stack();
				if (customizer) var result = customizer(objValue, srcValue, key, object, source, stack);
				if (!(result === void 0 ? baseIsEqual(srcValue, objValue, COMPARE_PARTIAL_FLAG | COMPARE_UNORDERED_FLAG, customizer, stack) : result)) return false;
			}
		}
		return true;
	}
	module.exports = baseIsMatch;
}));
var require__isStrictComparable = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isObject = require_isObject();
	/**
	* Checks if `value` is suitable for strict equality comparisons, i.e. `===`.
	*
	* @private
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` if suitable for strict
	*  equality comparisons, else `false`.
	*/
	function isStrictComparable(value) {
		return value === value && !isObject(value);
	}
	module.exports = isStrictComparable;
}));
var require__getMatchData = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isStrictComparable = require__isStrictComparable();
	var keys = require_keys();
	/**
	* Gets the property names, values, and compare flags of `object`.
	*
	* @private
	* @param {Object} object The object to query.
	* @returns {Array} Returns the match data of `object`.
	*/
	function getMatchData(object) {
		var result = keys(object), length = result.length;
		while (length--) {
			var key = result[length], value = object[key];
			result[length] = [
				key,
				value,
				isStrictComparable(value)
			];
		}
		return result;
	}
	module.exports = getMatchData;
}));
var require__matchesStrictComparable = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* A specialized version of `matchesProperty` for source values suitable
	* for strict equality comparisons, i.e. `===`.
	*
	* @private
	* @param {string} key The key of the property to get.
	* @param {*} srcValue The value to match.
	* @returns {Function} Returns the new spec function.
	*/
	function matchesStrictComparable(key, srcValue) {
		return function(object) {
			if (object == null) return false;
			return object[key] === srcValue && (srcValue !== void 0 || key in Object(object));
		};
	}
	module.exports = matchesStrictComparable;
}));
var require__baseMatches = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseIsMatch = require__baseIsMatch();
	var getMatchData = require__getMatchData();
	var matchesStrictComparable = require__matchesStrictComparable();
	/**
	* The base implementation of `_.matches` which doesn't clone `source`.
	*
	* @private
	* @param {Object} source The object of property values to match.
	* @returns {Function} Returns the new spec function.
	*/
	function baseMatches(source) {
		var matchData = getMatchData(source);
		if (matchData.length == 1 && matchData[0][2]) return matchesStrictComparable(matchData[0][0], matchData[0][1]);
		return function(object) {
			return object === source || baseIsMatch(object, source, matchData);
		};
	}
	module.exports = baseMatches;
}));
var require__baseHasIn = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* The base implementation of `_.hasIn` without support for deep paths.
	*
	* @private
	* @param {Object} [object] The object to query.
	* @param {Array|string} key The key to check.
	* @returns {boolean} Returns `true` if `key` exists, else `false`.
	*/
	function baseHasIn(object, key) {
		return object != null && key in Object(object);
	}
	module.exports = baseHasIn;
}));
var require__hasPath = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var castPath = require__castPath();
	var isArguments = require_isArguments();
	var isArray = require_isArray();
	var isIndex = require__isIndex();
	var isLength = require_isLength();
	var toKey = require__toKey();
	/**
	* Checks if `path` exists on `object`.
	*
	* @private
	* @param {Object} object The object to query.
	* @param {Array|string} path The path to check.
	* @param {Function} hasFunc The function to check properties.
	* @returns {boolean} Returns `true` if `path` exists, else `false`.
	*/
	function hasPath(object, path, hasFunc) {
		path = castPath(path, object);
		var index = -1, length = path.length, result = false;
		while (++index < length) {
			var key = toKey(path[index]);
			if (!(result = object != null && hasFunc(object, key))) break;
			object = object[key];
		}
		if (result || ++index != length) return result;
		length = object == null ? 0 : object.length;
		return !!length && isLength(length) && isIndex(key, length) && (isArray(object) || isArguments(object));
	}
	module.exports = hasPath;
}));
var require_hasIn = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseHasIn = require__baseHasIn();
	var hasPath = require__hasPath();
	/**
	* Checks if `path` is a direct or inherited property of `object`.
	*
	* @static
	* @memberOf _
	* @since 4.0.0
	* @category Object
	* @param {Object} object The object to query.
	* @param {Array|string} path The path to check.
	* @returns {boolean} Returns `true` if `path` exists, else `false`.
	* @example
	*
	* var object = _.create({ 'a': _.create({ 'b': 2 }) });
	*
	* _.hasIn(object, 'a');
	* // => true
	*
	* _.hasIn(object, 'a.b');
	* // => true
	*
	* _.hasIn(object, ['a', 'b']);
	* // => true
	*
	* _.hasIn(object, 'b');
	* // => false
	*/
	function hasIn(object, path) {
		return object != null && hasPath(object, path, baseHasIn);
	}
	module.exports = hasIn;
}));
var require__baseMatchesProperty = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseIsEqual = require__baseIsEqual();
	var get = require_get();
	var hasIn = require_hasIn();
	var isKey = require__isKey();
	var isStrictComparable = require__isStrictComparable();
	var matchesStrictComparable = require__matchesStrictComparable();
	var toKey = require__toKey();
	/** Used to compose bitmasks for value comparisons. */
	var COMPARE_PARTIAL_FLAG = 1;
	var COMPARE_UNORDERED_FLAG = 2;
	/**
	* The base implementation of `_.matchesProperty` which doesn't clone `srcValue`.
	*
	* @private
	* @param {string} path The path of the property to get.
	* @param {*} srcValue The value to match.
	* @returns {Function} Returns the new spec function.
	*/
	function baseMatchesProperty(path, srcValue) {
		if (isKey(path) && isStrictComparable(srcValue)) return matchesStrictComparable(toKey(path), srcValue);
		return function(object) {
			var objValue = get(object, path);
			return objValue === void 0 && objValue === srcValue ? hasIn(object, path) : baseIsEqual(srcValue, objValue, COMPARE_PARTIAL_FLAG | COMPARE_UNORDERED_FLAG);
		};
	}
	module.exports = baseMatchesProperty;
}));
var require__baseProperty = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* The base implementation of `_.property` without support for deep paths.
	*
	* @private
	* @param {string} key The key of the property to get.
	* @returns {Function} Returns the new accessor function.
	*/
	function baseProperty(key) {
		return function(object) {
			return object == null ? void 0 : object[key];
		};
	}
	module.exports = baseProperty;
}));
var require__basePropertyDeep = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseGet = require__baseGet();
	/**
	* A specialized version of `baseProperty` which supports deep paths.
	*
	* @private
	* @param {Array|string} path The path of the property to get.
	* @returns {Function} Returns the new accessor function.
	*/
	function basePropertyDeep(path) {
		return function(object) {
			return baseGet(object, path);
		};
	}
	module.exports = basePropertyDeep;
}));
var require_property = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseProperty = require__baseProperty();
	var basePropertyDeep = require__basePropertyDeep();
	var isKey = require__isKey();
	var toKey = require__toKey();
	/**
	* Creates a function that returns the value at `path` of a given object.
	*
	* @static
	* @memberOf _
	* @since 2.4.0
	* @category Util
	* @param {Array|string} path The path of the property to get.
	* @returns {Function} Returns the new accessor function.
	* @example
	*
	* var objects = [
	*   { 'a': { 'b': 2 } },
	*   { 'a': { 'b': 1 } }
	* ];
	*
	* _.map(objects, _.property('a.b'));
	* // => [2, 1]
	*
	* _.map(_.sortBy(objects, _.property(['a', 'b'])), 'a.b');
	* // => [1, 2]
	*/
	function property(path) {
		return isKey(path) ? baseProperty(toKey(path)) : basePropertyDeep(path);
	}
	module.exports = property;
}));
var require__baseIteratee = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseMatches = require__baseMatches();
	var baseMatchesProperty = require__baseMatchesProperty();
	var identity = require_identity();
	var isArray = require_isArray();
	var property = require_property();
	/**
	* The base implementation of `_.iteratee`.
	*
	* @private
	* @param {*} [value=_.identity] The value to convert to an iteratee.
	* @returns {Function} Returns the iteratee.
	*/
	function baseIteratee(value) {
		if (typeof value == "function") return value;
		if (value == null) return identity;
		if (typeof value == "object") return isArray(value) ? baseMatchesProperty(value[0], value[1]) : baseMatches(value);
		return property(value);
	}
	module.exports = baseIteratee;
}));
var require__createBaseFor = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Creates a base function for methods like `_.forIn` and `_.forOwn`.
	*
	* @private
	* @param {boolean} [fromRight] Specify iterating from right to left.
	* @returns {Function} Returns the new base function.
	*/
	function createBaseFor(fromRight) {
		return function(object, iteratee, keysFunc) {
			var index = -1, iterable = Object(object), props = keysFunc(object), length = props.length;
			while (length--) {
				var key = props[fromRight ? length : ++index];
				if (iteratee(iterable[key], key, iterable) === false) break;
			}
			return object;
		};
	}
	module.exports = createBaseFor;
}));
var require__baseFor = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require__createBaseFor()();
}));
var require__baseForOwn = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseFor = require__baseFor();
	var keys = require_keys();
	/**
	* The base implementation of `_.forOwn` without support for iteratee shorthands.
	*
	* @private
	* @param {Object} object The object to iterate over.
	* @param {Function} iteratee The function invoked per iteration.
	* @returns {Object} Returns `object`.
	*/
	function baseForOwn(object, iteratee) {
		return object && baseFor(object, iteratee, keys);
	}
	module.exports = baseForOwn;
}));
var require__createBaseEach = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isArrayLike = require_isArrayLike();
	/**
	* Creates a `baseEach` or `baseEachRight` function.
	*
	* @private
	* @param {Function} eachFunc The function to iterate over a collection.
	* @param {boolean} [fromRight] Specify iterating from right to left.
	* @returns {Function} Returns the new base function.
	*/
	function createBaseEach(eachFunc, fromRight) {
		return function(collection, iteratee) {
			if (collection == null) return collection;
			if (!isArrayLike(collection)) return eachFunc(collection, iteratee);
			var length = collection.length, index = fromRight ? length : -1, iterable = Object(collection);
			while (fromRight ? index-- : ++index < length) if (iteratee(iterable[index], index, iterable) === false) break;
			return collection;
		};
	}
	module.exports = createBaseEach;
}));
var require__baseEach = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseForOwn = require__baseForOwn();
	module.exports = require__createBaseEach()(baseForOwn);
}));
var require__baseMap = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseEach = require__baseEach();
	var isArrayLike = require_isArrayLike();
	/**
	* The base implementation of `_.map` without support for iteratee shorthands.
	*
	* @private
	* @param {Array|Object} collection The collection to iterate over.
	* @param {Function} iteratee The function invoked per iteration.
	* @returns {Array} Returns the new mapped array.
	*/
	function baseMap(collection, iteratee) {
		var index = -1, result = isArrayLike(collection) ? Array(collection.length) : [];
		baseEach(collection, function(value, key, collection) {
			result[++index] = iteratee(value, key, collection);
		});
		return result;
	}
	module.exports = baseMap;
}));
var require__baseSortBy = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* The base implementation of `_.sortBy` which uses `comparer` to define the
	* sort order of `array` and replaces criteria objects with their corresponding
	* values.
	*
	* @private
	* @param {Array} array The array to sort.
	* @param {Function} comparer The function to define sort order.
	* @returns {Array} Returns `array`.
	*/
	function baseSortBy(array, comparer) {
		var length = array.length;
		array.sort(comparer);
		while (length--) array[length] = array[length].value;
		return array;
	}
	module.exports = baseSortBy;
}));
var require__compareAscending = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isSymbol = require_isSymbol();
	/**
	* Compares values to sort them in ascending order.
	*
	* @private
	* @param {*} value The value to compare.
	* @param {*} other The other value to compare.
	* @returns {number} Returns the sort order indicator for `value`.
	*/
	function compareAscending(value, other) {
		if (value !== other) {
			var valIsDefined = value !== void 0, valIsNull = value === null, valIsReflexive = value === value, valIsSymbol = isSymbol(value);
			var othIsDefined = other !== void 0, othIsNull = other === null, othIsReflexive = other === other, othIsSymbol = isSymbol(other);
			if (!othIsNull && !othIsSymbol && !valIsSymbol && value > other || valIsSymbol && othIsDefined && othIsReflexive && !othIsNull && !othIsSymbol || valIsNull && othIsDefined && othIsReflexive || !valIsDefined && othIsReflexive || !valIsReflexive) return 1;
			if (!valIsNull && !valIsSymbol && !othIsSymbol && value < other || othIsSymbol && valIsDefined && valIsReflexive && !valIsNull && !valIsSymbol || othIsNull && valIsDefined && valIsReflexive || !othIsDefined && valIsReflexive || !othIsReflexive) return -1;
		}
		return 0;
	}
	module.exports = compareAscending;
}));
var require__compareMultiple = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var compareAscending = require__compareAscending();
	/**
	* Used by `_.orderBy` to compare multiple properties of a value to another
	* and stable sort them.
	*
	* If `orders` is unspecified, all values are sorted in ascending order. Otherwise,
	* specify an order of "desc" for descending or "asc" for ascending sort order
	* of corresponding values.
	*
	* @private
	* @param {Object} object The object to compare.
	* @param {Object} other The other object to compare.
	* @param {boolean[]|string[]} orders The order to sort by for each property.
	* @returns {number} Returns the sort order indicator for `object`.
	*/
	function compareMultiple(object, other, orders) {
		var index = -1, objCriteria = object.criteria, othCriteria = other.criteria, length = objCriteria.length, ordersLength = orders.length;
		while (++index < length) {
			var result = compareAscending(objCriteria[index], othCriteria[index]);
			if (result) {
				if (index >= ordersLength) return result;
				return result * (orders[index] == "desc" ? -1 : 1);
			}
		}
		return object.index - other.index;
	}
	module.exports = compareMultiple;
}));
var require__baseOrderBy = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var arrayMap = require__arrayMap();
	var baseGet = require__baseGet();
	var baseIteratee = require__baseIteratee();
	var baseMap = require__baseMap();
	var baseSortBy = require__baseSortBy();
	var baseUnary = require__baseUnary();
	var compareMultiple = require__compareMultiple();
	var identity = require_identity();
	var isArray = require_isArray();
	/**
	* The base implementation of `_.orderBy` without param guards.
	*
	* @private
	* @param {Array|Object} collection The collection to iterate over.
	* @param {Function[]|Object[]|string[]} iteratees The iteratees to sort by.
	* @param {string[]} orders The sort orders of `iteratees`.
	* @returns {Array} Returns the new sorted array.
	*/
	function baseOrderBy(collection, iteratees, orders) {
		if (iteratees.length) iteratees = arrayMap(iteratees, function(iteratee) {
			if (isArray(iteratee)) return function(value) {
				return baseGet(value, iteratee.length === 1 ? iteratee[0] : iteratee);
			};
			return iteratee;
		});
		else iteratees = [identity];
		var index = -1;
		iteratees = arrayMap(iteratees, baseUnary(baseIteratee));
		return baseSortBy(baseMap(collection, function(value, key, collection) {
			return {
				"criteria": arrayMap(iteratees, function(iteratee) {
					return iteratee(value);
				}),
				"index": ++index,
				"value": value
			};
		}), function(object, other) {
			return compareMultiple(object, other, orders);
		});
	}
	module.exports = baseOrderBy;
}));
var require_sortBy = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseFlatten = require__baseFlatten();
	var baseOrderBy = require__baseOrderBy();
	var baseRest = require__baseRest();
	var isIterateeCall = require__isIterateeCall();
	module.exports = baseRest(function(collection, iteratees) {
		if (collection == null) return [];
		var length = iteratees.length;
		if (length > 1 && isIterateeCall(collection, iteratees[0], iteratees[1])) iteratees = [];
		else if (length > 2 && isIterateeCall(iteratees[0], iteratees[1], iteratees[2])) iteratees = [iteratees[0]];
		return baseOrderBy(collection, baseFlatten(iteratees, 1), []);
	});
}));
var require_is_node_modules = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const path = __require("path");
	function isNodeModules(directory) {
		let basename = path.basename(directory);
		/* istanbul ignore next: platform specific branch */
		if (path.sep === "\\") basename = basename.toLowerCase();
		return basename === "node_modules";
	}
	module.exports = isNodeModules;
}));
var require_cache = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = /* @__PURE__ */ new Map();
}));
var require_async = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const path = __require("path");
	const { promisify } = __require("util");
	const readFile = promisify(__require("fs").readFile);
	const isNodeModules = require_is_node_modules();
	const resultsCache = require_cache();
	const promiseCache = /* @__PURE__ */ new Map();
	async function getDirectoryTypeActual(directory) {
		if (isNodeModules(directory)) return "commonjs";
		try {
			return JSON.parse(await readFile(path.resolve(directory, "package.json"))).type || "commonjs";
		} catch (_) {}
		const parent = path.dirname(directory);
		if (parent === directory) return "commonjs";
		return getDirectoryType(parent);
	}
	async function getDirectoryType(directory) {
		if (resultsCache.has(directory)) return resultsCache.get(directory);
		if (promiseCache.has(directory)) return promiseCache.get(directory);
		const promise = getDirectoryTypeActual(directory);
		promiseCache.set(directory, promise);
		const result = await promise;
		resultsCache.set(directory, result);
		promiseCache.delete(directory);
		return result;
	}
	function getPackageType(filename) {
		return getDirectoryType(path.resolve(path.dirname(filename)));
	}
	module.exports = getPackageType;
}));
var require_sync = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const path = __require("path");
	const { readFileSync } = __require("fs");
	const isNodeModules = require_is_node_modules();
	const resultsCache = require_cache();
	function getDirectoryTypeActual(directory) {
		if (isNodeModules(directory)) return "commonjs";
		try {
			return JSON.parse(readFileSync(path.resolve(directory, "package.json"))).type || "commonjs";
		} catch (_) {}
		const parent = path.dirname(directory);
		if (parent === directory) return "commonjs";
		return getDirectoryType(parent);
	}
	function getDirectoryType(directory) {
		if (resultsCache.has(directory)) return resultsCache.get(directory);
		const result = getDirectoryTypeActual(directory);
		resultsCache.set(directory, result);
		return result;
	}
	function getPackageTypeSync(filename) {
		return getDirectoryType(path.resolve(path.dirname(filename)));
	}
	module.exports = getPackageTypeSync;
}));
var require_get_package_type = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const getPackageType = require_async();
	const getPackageTypeSync = require_sync();
	module.exports = (filename) => getPackageType(filename);
	module.exports.sync = getPackageTypeSync;
}));
var require_is_module_type = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const getPackageType = require_get_package_type();
	module.exports = async function isModuleType(filepath) {
		return filepath.endsWith(".mjs") || !filepath.endsWith(".cjs") && await getPackageType(filepath) === "module";
	};
}));
var require_import_file = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const isModuleType = require_is_module_type();
	/**
	* imports 'mjs', else requires.
	* NOTE: require me late!
	* @param {string} filepath
	*/
	module.exports = async function importFile(filepath) {
		return await isModuleType(filepath) ? import(__require("url").pathToFileURL(filepath)) : __require(filepath);
	};
}));
var require_MigrationsLoader = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const path = __require("path");
	const DEFAULT_LOAD_EXTENSIONS = Object.freeze([
		".co",
		".coffee",
		".eg",
		".iced",
		".js",
		".cjs",
		".litcoffee",
		".ls",
		".ts"
	]);
	var AbstractMigrationsLoader = class {
		constructor(migrationDirectories, sortDirsSeparately, loadExtensions) {
			this.sortDirsSeparately = sortDirsSeparately;
			if (!Array.isArray(migrationDirectories)) migrationDirectories = [migrationDirectories];
			this.migrationsPaths = migrationDirectories;
			this.loadExtensions = loadExtensions || DEFAULT_LOAD_EXTENSIONS;
		}
		getFile(migrationsInfo) {
			const absoluteDir = path.resolve(process.cwd(), migrationsInfo.directory);
			const _path = path.join(absoluteDir, migrationsInfo.file);
			return require_import_file()(_path);
		}
	};
	module.exports = {
		DEFAULT_LOAD_EXTENSIONS,
		AbstractMigrationsLoader
	};
}));
var require_fs_migrations = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const path = __require("path");
	const sortBy = require_sortBy();
	const { readdir } = require_fs();
	const { AbstractMigrationsLoader } = require_MigrationsLoader();
	var FsMigrations = class extends AbstractMigrationsLoader {
		/**
		* Gets the migration names
		* @returns Promise<string[]>
		*/
		getMigrations(loadExtensions) {
			const readMigrationsPromises = this.migrationsPaths.map((configDir) => {
				const absoluteDir = path.resolve(process.cwd(), configDir);
				return readdir(absoluteDir).then((files) => ({
					files,
					configDir,
					absoluteDir
				}));
			});
			return Promise.all(readMigrationsPromises).then((allMigrations) => {
				const migrations = allMigrations.reduce((acc, migrationDirectory) => {
					if (this.sortDirsSeparately) migrationDirectory.files = migrationDirectory.files.sort();
					migrationDirectory.files.forEach((file) => acc.push({
						file,
						directory: migrationDirectory.configDir
					}));
					return acc;
				}, []);
				if (this.sortDirsSeparately) return filterMigrations(this, migrations, loadExtensions || this.loadExtensions);
				return filterMigrations(this, sortBy(migrations, "file"), loadExtensions || this.loadExtensions);
			});
		}
		getMigrationName(migration) {
			return migration.file;
		}
		getMigration(migrationInfo) {
			return this.getFile(migrationInfo);
		}
	};
	function filterMigrations(migrationSource, migrations, loadExtensions) {
		return migrations.filter((migration) => {
			const migrationName = migrationSource.getMigrationName(migration);
			const extension = path.extname(migrationName);
			return loadExtensions.includes(extension);
		});
	}
	module.exports = { FsMigrations };
}));
var require_colorette = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	var tty = __require("tty");
	function _interopNamespace(e) {
		if (e && e.__esModule) return e;
		var n = Object.create(null);
		if (e) Object.keys(e).forEach(function(k) {
			if (k !== "default") {
				var d = Object.getOwnPropertyDescriptor(e, k);
				Object.defineProperty(n, k, d.get ? d : {
					enumerable: true,
					get: function() {
						return e[k];
					}
				});
			}
		});
		n["default"] = e;
		return Object.freeze(n);
	}
	var tty__namespace = /*#__PURE__*/ _interopNamespace(tty);
	const { env = {}, argv = [], platform = "" } = typeof process === "undefined" ? {} : process;
	const isDisabled = "NO_COLOR" in env || argv.includes("--no-color");
	const isForced = "FORCE_COLOR" in env || argv.includes("--color");
	const isWindows = platform === "win32";
	const isDumbTerminal = env.TERM === "dumb";
	const isCompatibleTerminal = tty__namespace && tty__namespace.isatty && tty__namespace.isatty(1) && env.TERM && !isDumbTerminal;
	const isCI = "CI" in env && ("GITHUB_ACTIONS" in env || "GITLAB_CI" in env || "CIRCLECI" in env);
	const isColorSupported = !isDisabled && (isForced || isWindows && !isDumbTerminal || isCompatibleTerminal || isCI);
	const replaceClose = (index, string, close, replace, head = string.substring(0, index) + replace, tail = string.substring(index + close.length), next = tail.indexOf(close)) => head + (next < 0 ? tail : replaceClose(next, tail, close, replace));
	const clearBleed = (index, string, open, close, replace) => index < 0 ? open + string + close : open + replaceClose(index, string, close, replace) + close;
	const filterEmpty = (open, close, replace = open, at = open.length + 1) => (string) => string || !(string === "" || string === void 0) ? clearBleed(("" + string).indexOf(close, at), string, open, close, replace) : "";
	const init = (open, close, replace) => filterEmpty(`\x1b[${open}m`, `\x1b[${close}m`, replace);
	const colors = {
		reset: init(0, 0),
		bold: init(1, 22, "\x1B[22m\x1B[1m"),
		dim: init(2, 22, "\x1B[22m\x1B[2m"),
		italic: init(3, 23),
		underline: init(4, 24),
		inverse: init(7, 27),
		hidden: init(8, 28),
		strikethrough: init(9, 29),
		black: init(30, 39),
		red: init(31, 39),
		green: init(32, 39),
		yellow: init(33, 39),
		blue: init(34, 39),
		magenta: init(35, 39),
		cyan: init(36, 39),
		white: init(37, 39),
		gray: init(90, 39),
		bgBlack: init(40, 49),
		bgRed: init(41, 49),
		bgGreen: init(42, 49),
		bgYellow: init(43, 49),
		bgBlue: init(44, 49),
		bgMagenta: init(45, 49),
		bgCyan: init(46, 49),
		bgWhite: init(47, 49),
		blackBright: init(90, 39),
		redBright: init(91, 39),
		greenBright: init(92, 39),
		yellowBright: init(93, 39),
		blueBright: init(94, 39),
		magentaBright: init(95, 39),
		cyanBright: init(96, 39),
		whiteBright: init(97, 39),
		bgBlackBright: init(100, 49),
		bgRedBright: init(101, 49),
		bgGreenBright: init(102, 49),
		bgYellowBright: init(103, 49),
		bgBlueBright: init(104, 49),
		bgMagentaBright: init(105, 49),
		bgCyanBright: init(106, 49),
		bgWhiteBright: init(107, 49)
	};
	const createColors = ({ useColor = isColorSupported } = {}) => useColor ? colors : Object.keys(colors).reduce((colors, key) => ({
		...colors,
		[key]: String
	}), {});
	const { reset, bold, dim, italic, underline, inverse, hidden, strikethrough, black, red, green, yellow, blue, magenta, cyan, white, gray, bgBlack, bgRed, bgGreen, bgYellow, bgBlue, bgMagenta, bgCyan, bgWhite, blackBright, redBright, greenBright, yellowBright, blueBright, magentaBright, cyanBright, whiteBright, bgBlackBright, bgRedBright, bgGreenBright, bgYellowBright, bgBlueBright, bgMagentaBright, bgCyanBright, bgWhiteBright } = createColors();
	exports.bgBlack = bgBlack;
	exports.bgBlackBright = bgBlackBright;
	exports.bgBlue = bgBlue;
	exports.bgBlueBright = bgBlueBright;
	exports.bgCyan = bgCyan;
	exports.bgCyanBright = bgCyanBright;
	exports.bgGreen = bgGreen;
	exports.bgGreenBright = bgGreenBright;
	exports.bgMagenta = bgMagenta;
	exports.bgMagentaBright = bgMagentaBright;
	exports.bgRed = bgRed;
	exports.bgRedBright = bgRedBright;
	exports.bgWhite = bgWhite;
	exports.bgWhiteBright = bgWhiteBright;
	exports.bgYellow = bgYellow;
	exports.bgYellowBright = bgYellowBright;
	exports.black = black;
	exports.blackBright = blackBright;
	exports.blue = blue;
	exports.blueBright = blueBright;
	exports.bold = bold;
	exports.createColors = createColors;
	exports.cyan = cyan;
	exports.cyanBright = cyanBright;
	exports.dim = dim;
	exports.gray = gray;
	exports.green = green;
	exports.greenBright = greenBright;
	exports.hidden = hidden;
	exports.inverse = inverse;
	exports.isColorSupported = isColorSupported;
	exports.italic = italic;
	exports.magenta = magenta;
	exports.magentaBright = magentaBright;
	exports.red = red;
	exports.redBright = redBright;
	exports.reset = reset;
	exports.strikethrough = strikethrough;
	exports.underline = underline;
	exports.white = white;
	exports.whiteBright = whiteBright;
	exports.yellow = yellow;
	exports.yellowBright = yellowBright;
}));
var require_is = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function isString(value) {
		return typeof value === "string";
	}
	function isNumber(value) {
		return typeof value === "number";
	}
	function isBoolean(value) {
		return typeof value === "boolean";
	}
	function isUndefined(value) {
		return typeof value === "undefined";
	}
	function isObject(value) {
		return typeof value === "object" && value !== null;
	}
	function isFunction(value) {
		return typeof value === "function";
	}
	module.exports = {
		isString,
		isNumber,
		isBoolean,
		isUndefined,
		isObject,
		isFunction
	};
}));
var require_logger = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const color = require_colorette();
	const { inspect } = __require("util");
	const { isString, isFunction } = require_is();
	var Logger = class {
		constructor(config = {}) {
			const { log: { debug, warn, error, deprecate, inspectionDepth, enableColors } = {} } = config;
			this._inspectionDepth = inspectionDepth || 5;
			this._enableColors = resolveIsEnabledColors(enableColors);
			this._debug = debug;
			this._warn = warn;
			this._error = error;
			this._deprecate = deprecate;
		}
		_log(message, userFn, colorFn) {
			if (userFn != null && !isFunction(userFn)) throw new TypeError("Extensions to knex logger must be functions!");
			if (isFunction(userFn)) {
				userFn(message);
				return;
			}
			if (!isString(message)) message = inspect(message, {
				depth: this._inspectionDepth,
				colors: this._enableColors
			});
			console.log(colorFn ? colorFn(message) : message);
		}
		debug(message) {
			this._log(message, this._debug);
		}
		warn(message) {
			this._log(message, this._warn, color.yellow);
		}
		error(message) {
			this._log(message, this._error, color.red);
		}
		deprecate(method, alternative) {
			const message = `${method} is deprecated, please use ${alternative}`;
			this._log(message, this._deprecate, color.yellow);
		}
	};
	function resolveIsEnabledColors(enableColorsParam) {
		if (enableColorsParam != null) return enableColorsParam;
		if (process && process.stdout) return process.stdout.isTTY;
		return false;
	}
	module.exports = Logger;
}));
var require_migrator_configuration_merger = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { FsMigrations } = require_fs_migrations();
	const Logger = require_logger();
	const { DEFAULT_LOAD_EXTENSIONS } = require_MigrationsLoader();
	const defaultLogger = new Logger();
	const CONFIG_DEFAULT = Object.freeze({
		extension: "js",
		loadExtensions: DEFAULT_LOAD_EXTENSIONS,
		tableName: "knex_migrations",
		schemaName: null,
		directory: "./migrations",
		disableTransactions: false,
		disableMigrationsListValidation: false,
		sortDirsSeparately: false
	});
	function getMergedConfig(config, currentConfig, logger = defaultLogger) {
		const mergedConfig = Object.assign({}, CONFIG_DEFAULT, currentConfig || {}, config);
		if (config && (config.directory || config.sortDirsSeparately !== void 0 || config.loadExtensions)) {
			if (config.migrationSource) logger.warn("FS-related option specified for migration configuration. This resets migrationSource to default FsMigrations");
			mergedConfig.migrationSource = null;
		}
		if (!mergedConfig.migrationSource) mergedConfig.migrationSource = new FsMigrations(mergedConfig.directory, mergedConfig.sortDirsSeparately, mergedConfig.loadExtensions);
		return mergedConfig;
	}
	module.exports = { getMergedConfig };
}));
var require_timestamp = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function yyyymmddhhmmss() {
		const now = /* @__PURE__ */ new Date();
		return now.getUTCFullYear().toString() + (now.getUTCMonth() + 1).toString().padStart(2, "0") + now.getUTCDate().toString().padStart(2, "0") + now.getUTCHours().toString().padStart(2, "0") + now.getUTCMinutes().toString().padStart(2, "0") + now.getUTCSeconds().toString().padStart(2, "0");
	}
	module.exports = { yyyymmddhhmmss };
}));
var require_MigrationGenerator = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var __dirname = import.meta.dirname;
	const path = __require("path");
	const { writeJsFileUsingTemplate } = require_template();
	const { getMergedConfig } = require_migrator_configuration_merger();
	const { ensureDirectoryExists } = require_fs();
	const { yyyymmddhhmmss } = require_timestamp();
	var MigrationGenerator = class {
		constructor(migrationConfig, logger) {
			this.config = getMergedConfig(migrationConfig, void 0, logger);
		}
		async make(name, config, logger) {
			this.config = getMergedConfig(config, this.config, logger);
			if (!name) return Promise.reject(/* @__PURE__ */ new Error("A name must be specified for the generated migration"));
			await this._ensureFolder();
			return await this._writeNewMigration(name);
		}
		_ensureFolder() {
			const promises = this._absoluteConfigDirs().map(ensureDirectoryExists);
			return Promise.all(promises);
		}
		_getStubPath() {
			return this.config.stub || path.join(__dirname, "stub", this.config.extension + ".stub");
		}
		_getNewMigrationName(name) {
			if (name[0] === "-") name = name.slice(1);
			return yyyymmddhhmmss() + "_" + name + "." + this.config.extension.split("-")[0];
		}
		_getNewMigrationPath(name) {
			const fileName = this._getNewMigrationName(name);
			const dir = this._absoluteConfigDirs().slice(-1)[0];
			return path.join(dir, fileName);
		}
		async _writeNewMigration(name) {
			const migrationPath = this._getNewMigrationPath(name);
			await writeJsFileUsingTemplate(migrationPath, this._getStubPath(), { variable: "d" }, this.config.variables || {});
			return migrationPath;
		}
		_absoluteConfigDirs() {
			return (Array.isArray(this.config.directory) ? this.config.directory : [this.config.directory]).map((directory) => {
				if (!directory) console.warn("Failed to resolve config file, knex cannot determine where to generate migrations");
				return path.resolve(process.cwd(), directory);
			});
		}
	};
	module.exports = MigrationGenerator;
}));
var require_Migrator = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const differenceWith = require_differenceWith();
	const get = require_get();
	const isEmpty = require_isEmpty();
	const max = require_max();
	const { getLockTableName, getTable, getTableName } = require_table_resolver();
	const { getSchemaBuilder } = require_table_creator();
	const migrationListResolver = require_migration_list_resolver();
	const MigrationGenerator = require_MigrationGenerator();
	const { getMergedConfig } = require_migrator_configuration_merger();
	const { isBoolean, isFunction } = require_is();
	var LockError = class extends Error {
		constructor(msg) {
			super(msg);
			this.name = "MigrationLocked";
		}
	};
	var Migrator = class {
		constructor(knex) {
			if (isFunction(knex)) {
				if (!knex.isTransaction) this.knex = knex.withUserParams({ ...knex.userParams });
				else this.knex = knex;
			} else {
				this.knex = Object.assign({}, knex);
				this.knex.userParams = this.knex.userParams || {};
			}
			this.config = getMergedConfig(this.knex.client.config.migrations, void 0, this.knex.client.logger);
			this.generator = new MigrationGenerator(this.knex.client.config.migrations, this.knex.client.logger);
			this._activeMigration = { fileName: null };
		}
		async latest(config) {
			this._disableProcessing();
			this.config = getMergedConfig(config, this.config, this.knex.client.logger);
			const allAndCompleted = await migrationListResolver.listAllAndCompleted(this.config, this.knex);
			if (!this.config.disableMigrationsListValidation) validateMigrationList(this.config.migrationSource, allAndCompleted);
			const [all, completed] = allAndCompleted;
			const migrations = getNewMigrations(this.config.migrationSource, all, completed);
			if (!this.config.disableTransactions && !(await Promise.all(migrations.map(async (migration) => {
				const migrationContents = await this.config.migrationSource.getMigration(migration);
				return !this._useTransaction(migrationContents);
			}))).some((isTransactionUsed) => isTransactionUsed)) return this.knex.transaction((trx) => {
				return this._runBatch(migrations, "up", trx);
			});
			else return this._runBatch(migrations, "up");
		}
		async up(config) {
			this._disableProcessing();
			this.config = getMergedConfig(config, this.config, this.knex.client.logger);
			const allAndCompleted = await migrationListResolver.listAllAndCompleted(this.config, this.knex);
			if (!this.config.disableMigrationsListValidation) validateMigrationList(this.config.migrationSource, allAndCompleted);
			const [all, completed] = allAndCompleted;
			const newMigrations = getNewMigrations(this.config.migrationSource, all, completed);
			let migrationToRun;
			const name = this.config.name;
			if (name) {
				if (!completed.map((m) => m.name).includes(name)) {
					migrationToRun = newMigrations.find((migration) => {
						return this.config.migrationSource.getMigrationName(migration) === name;
					});
					if (!migrationToRun) throw new Error(`Migration "${name}" not found.`);
				}
			} else migrationToRun = newMigrations[0];
			const useTransaction = !migrationToRun || this._useTransaction(await this.config.migrationSource.getMigration(migrationToRun));
			const migrationsToRun = [];
			if (migrationToRun) migrationsToRun.push(migrationToRun);
			if (!this.config.disableTransactions && (!migrationToRun || useTransaction)) return await this.knex.transaction((trx) => {
				return this._runBatch(migrationsToRun, "up", trx);
			});
			else return await this._runBatch(migrationsToRun, "up");
		}
		rollback(config, all = false) {
			this._disableProcessing();
			return new Promise((resolve, reject) => {
				try {
					this.config = getMergedConfig(config, this.config, this.knex.client.logger);
				} catch (e) {
					reject(e);
				}
				migrationListResolver.listAllAndCompleted(this.config, this.knex).then((value) => {
					if (!this.config.disableMigrationsListValidation) validateMigrationList(this.config.migrationSource, value);
					return value;
				}).then((val) => {
					const [allMigrations, completedMigrations] = val;
					return all ? allMigrations.filter((migration) => {
						return completedMigrations.map((migration) => migration.name).includes(this.config.migrationSource.getMigrationName(migration));
					}).reverse() : this._getLastBatch(val);
				}).then((migrations) => {
					return this._runBatch(migrations, "down");
				}).then(resolve, reject);
			});
		}
		down(config) {
			this._disableProcessing();
			this.config = getMergedConfig(config, this.config, this.knex.client.logger);
			return migrationListResolver.listAllAndCompleted(this.config, this.knex).then((value) => {
				if (!this.config.disableMigrationsListValidation) validateMigrationList(this.config.migrationSource, value);
				return value;
			}).then(([all, completed]) => {
				const completedMigrations = all.filter((migration) => {
					return completed.map((migration) => migration.name).includes(this.config.migrationSource.getMigrationName(migration));
				});
				let migrationToRun;
				const name = this.config.name;
				if (name) {
					migrationToRun = completedMigrations.find((migration) => {
						return this.config.migrationSource.getMigrationName(migration) === name;
					});
					if (!migrationToRun) throw new Error(`Migration "${name}" was not run.`);
				} else migrationToRun = completedMigrations[completedMigrations.length - 1];
				const migrationsToRun = [];
				if (migrationToRun) migrationsToRun.push(migrationToRun);
				return this._runBatch(migrationsToRun, "down");
			});
		}
		async to(config) {
			this._disableProcessing();
			this.config = getMergedConfig(config, this.config, this.knex.client.logger);
			const name = this.config.name;
			if (!name) throw new Error("A migration name must be specified when using migrate.to()");
			const allAndCompleted = await migrationListResolver.listAllAndCompleted(this.config, this.knex);
			if (!this.config.disableMigrationsListValidation) validateMigrationList(this.config.migrationSource, allAndCompleted);
			const [all, completed] = allAndCompleted;
			const targetIndex = all.findIndex((migration) => this.config.migrationSource.getMigrationName(migration) === name);
			if (targetIndex === -1) throw new Error(`Migration "${name}" not found.`);
			const completedNames = completed.map((m) => m.name);
			const migrationsToRun = all.slice(0, targetIndex + 1).filter((migration) => {
				return !completedNames.includes(this.config.migrationSource.getMigrationName(migration));
			});
			if (!this.config.disableTransactions && !(await Promise.all(migrationsToRun.map(async (migration) => {
				const migrationContents = await this.config.migrationSource.getMigration(migration);
				return !this._useTransaction(migrationContents);
			}))).some((isTransactionUsed) => isTransactionUsed)) return this.knex.transaction((trx) => {
				return this._runBatch(migrationsToRun, "up", trx);
			});
			else return this._runBatch(migrationsToRun, "up");
		}
		async before(config) {
			this._disableProcessing();
			this.config = getMergedConfig(config, this.config, this.knex.client.logger);
			const name = this.config.name;
			if (!name) throw new Error("A migration name must be specified when using migrate.before()");
			const allAndCompleted = await migrationListResolver.listAllAndCompleted(this.config, this.knex);
			if (!this.config.disableMigrationsListValidation) validateMigrationList(this.config.migrationSource, allAndCompleted);
			const [all, completed] = allAndCompleted;
			const targetIndex = all.findIndex((migration) => this.config.migrationSource.getMigrationName(migration) === name);
			if (targetIndex === -1) throw new Error(`Migration "${name}" not found.`);
			if (targetIndex === 0) return [0, []];
			const completedNames = completed.map((m) => m.name);
			const migrationsToRun = all.slice(0, targetIndex).filter((migration) => {
				return !completedNames.includes(this.config.migrationSource.getMigrationName(migration));
			});
			if (!this.config.disableTransactions && !(await Promise.all(migrationsToRun.map(async (migration) => {
				const migrationContents = await this.config.migrationSource.getMigration(migration);
				return !this._useTransaction(migrationContents);
			}))).some((isTransactionUsed) => isTransactionUsed)) return this.knex.transaction((trx) => {
				return this._runBatch(migrationsToRun, "up", trx);
			});
			else return this._runBatch(migrationsToRun, "up");
		}
		status(config) {
			this._disableProcessing();
			this.config = getMergedConfig(config, this.config, this.knex.client.logger);
			return Promise.all([getTable(this.knex, this.config.tableName, this.config.schemaName).select("*"), migrationListResolver.listAll(this.config.migrationSource)]).then(([db, code]) => db.length - code.length);
		}
		currentVersion(config) {
			this._disableProcessing();
			this.config = getMergedConfig(config, this.config, this.knex.client.logger);
			return migrationListResolver.listCompleted(this.config.tableName, this.config.schemaName, this.knex).then((completed) => {
				const val = max(completed.map((value) => value.name.split("_")[0]));
				return val === void 0 ? "none" : val;
			});
		}
		async list(config) {
			this._disableProcessing();
			this.config = getMergedConfig(config, this.config, this.knex.client.logger);
			const [all, completed] = await migrationListResolver.listAllAndCompleted(this.config, this.knex);
			if (!this.config.disableMigrationsListValidation) validateMigrationList(this.config.migrationSource, [all, completed]);
			return [completed, getNewMigrations(this.config.migrationSource, all, completed)];
		}
		async forceFreeMigrationsLock(config) {
			this._disableProcessing();
			this.config = getMergedConfig(config, this.config, this.knex.client.logger);
			const { schemaName, tableName } = this.config;
			const lockTableName = getLockTableName(tableName);
			const { knex } = this;
			const getLockTable = () => getTable(knex, lockTableName, schemaName);
			if (await getSchemaBuilder(knex, schemaName).hasTable(lockTableName)) {
				await getLockTable().del();
				await getLockTable().insert({ is_locked: 0 });
			}
		}
		make(name, config) {
			return this.generator.make(name, config, this.knex.client.logger);
		}
		_disableProcessing() {
			if (this.knex.disableProcessing) this.knex.disableProcessing();
		}
		_lockMigrations(trx) {
			const tableName = getLockTableName(this.config.tableName);
			return getTable(this.knex, tableName, this.config.schemaName).transacting(trx).where("is_locked", "=", 0).update({ is_locked: 1 }).then((rowCount) => {
				if (rowCount !== 1) throw new Error("Migration table is already locked");
			});
		}
		_getLock(trx) {
			return (trx ? (fn) => fn(trx) : (fn) => this.knex.transaction(fn))((trx) => {
				return this._lockMigrations(trx);
			}).catch((err) => {
				throw new LockError(err.message);
			});
		}
		_freeLock(trx = this.knex) {
			const tableName = getLockTableName(this.config.tableName);
			return getTable(trx, tableName, this.config.schemaName).update({ is_locked: 0 });
		}
		async _runBatch(migrations, direction, trx) {
			const canGetLockInTransaction = this.knex.client.driverName !== "cockroachdb";
			try {
				await this._getLock(canGetLockInTransaction ? trx : void 0);
				const completed = trx ? await migrationListResolver.listCompleted(this.config.tableName, this.config.schemaName, trx) : [];
				migrations = getNewMigrations(this.config.migrationSource, migrations, completed);
				await Promise.all(migrations.map(this._validateMigrationStructure.bind(this)));
				let batchNo = await this._latestBatchNumber(trx);
				const beforeAll = this.config.beforeAll || (() => {});
				const afterAll = this.config.afterAll || (() => {});
				let res = [batchNo, []];
				if (migrations.length > 0) {
					if (direction === "up") batchNo++;
					await beforeAll(trx || this.knex, migrations);
					res = await this._waterfallBatch(batchNo, migrations, direction, trx);
					await afterAll(trx || this.knex, migrations);
				}
				await this._freeLock(canGetLockInTransaction ? trx : void 0);
				return res;
			} catch (error) {
				let cleanupReady = Promise.resolve();
				if (error instanceof LockError) {
					this.knex.client.logger.warn(`Can't take lock to run migrations: ${error.message}`);
					this.knex.client.logger.warn("If you are sure migrations are not running you can release the lock manually by running 'knex migrate:unlock'");
				} else {
					if (this._activeMigration.fileName) this.knex.client.logger.warn(`migration file "${this._activeMigration.fileName}" failed`);
					this.knex.client.logger.warn(`migration failed with error: ${error.message}`);
					cleanupReady = this._freeLock(canGetLockInTransaction ? trx : void 0);
				}
				try {
					await cleanupReady;
				} catch (e) {}
				throw error;
			}
		}
		async _validateMigrationStructure(migration) {
			const migrationName = this.config.migrationSource.getMigrationName(migration);
			const migrationContent = await this.config.migrationSource.getMigration(migration);
			if (typeof migrationContent.up !== "function" || typeof migrationContent.down !== "function") throw new Error(`Invalid migration: ${migrationName} must have both an up and down function`);
			return migration;
		}
		async _getLastBatch([allMigrations]) {
			const { tableName, schemaName } = this.config;
			const lastBatchMigrations = (await getTable(this.knex, tableName, schemaName).where("batch", function(qb) {
				qb.max("batch").from(getTableName(tableName, schemaName));
			}).orderBy("id", "desc")).map((migration) => {
				return allMigrations.find((entry) => {
					return this.config.migrationSource.getMigrationName(entry) === migration.name;
				});
			});
			return Promise.all(lastBatchMigrations);
		}
		_latestBatchNumber(trx = this.knex) {
			return trx.from(getTableName(this.config.tableName, this.config.schemaName)).max("batch as max_batch").then((obj) => obj[0].max_batch || 0);
		}
		_useTransaction(migrationContent, allTransactionsDisabled) {
			const singleTransactionValue = get(migrationContent, "config.transaction");
			return isBoolean(singleTransactionValue) ? singleTransactionValue : !allTransactionsDisabled;
		}
		_waterfallBatch(batchNo, migrations, direction, trx) {
			const trxOrKnex = trx || this.knex;
			const { tableName, schemaName, disableTransactions } = this.config;
			let current = Promise.resolve();
			const log = [];
			migrations.forEach((migration) => {
				const name = this.config.migrationSource.getMigrationName(migration);
				this._activeMigration.fileName = name;
				const migrationContent = this.config.migrationSource.getMigration(migration);
				const beforeEach = this.config.beforeEach || (() => {});
				const afterEach = this.config.afterEach || (() => {});
				current = current.then(async () => await migrationContent).then(async (migrationContent) => {
					this._activeMigration.fileName = name;
					if (!trx && this._useTransaction(migrationContent, disableTransactions)) {
						this.knex.enableProcessing();
						return await this.knex.transaction(async (trx) => {
							await beforeEach(trx, [migration]);
							const migrationResult = await checkPromise(this.knex.client.logger, migrationContent[direction](trx), name);
							await afterEach(trx, [migration]);
							return migrationResult;
						});
					}
					trxOrKnex.enableProcessing();
					await beforeEach(trxOrKnex, [migration]);
					const migrationResult = await checkPromise(this.knex.client.logger, migrationContent[direction](trxOrKnex), name);
					await afterEach(trxOrKnex, [migration]);
					return migrationResult;
				}).then(() => {
					trxOrKnex.disableProcessing();
					this.knex.disableProcessing();
					log.push(name);
					if (direction === "up") return trxOrKnex.into(getTableName(tableName, schemaName)).insert({
						name,
						batch: batchNo,
						migration_time: /* @__PURE__ */ new Date()
					});
					if (direction === "down") return trxOrKnex.from(getTableName(tableName, schemaName)).where({ name }).del();
				});
			});
			return current.then(() => [batchNo, log]);
		}
		_transaction(knex, migrationContent, direction, name) {
			return knex.transaction((trx) => {
				return checkPromise(knex.client.logger, migrationContent[direction](trx), name, () => {
					trx.commit();
				});
			});
		}
	};
	function validateMigrationList(migrationSource, migrations) {
		const [all, completed] = migrations;
		const diff = getMissingMigrations(migrationSource, completed, all);
		if (!isEmpty(diff)) {
			const names = diff.map((d) => d.name);
			throw new Error(`The migration directory is corrupt, the following files are missing: ${names.join(", ")}`);
		}
	}
	function getMissingMigrations(migrationSource, completed, all) {
		return differenceWith(completed, all, (c, a) => {
			return c.name === migrationSource.getMigrationName(a);
		});
	}
	function getNewMigrations(migrationSource, all, completed) {
		return differenceWith(all, completed, (a, c) => {
			return c.name === migrationSource.getMigrationName(a);
		});
	}
	function checkPromise(logger, migrationPromise, name) {
		if (!migrationPromise || typeof migrationPromise.then !== "function") logger.warn(`migration ${name} did not return a promise`);
		return migrationPromise;
	}
	module.exports = { Migrator };
}));
var require_isString = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseGetTag = require__baseGetTag();
	var isArray = require_isArray();
	var isObjectLike = require_isObjectLike();
	/** `Object#toString` result references. */
	var stringTag = "[object String]";
	/**
	* Checks if `value` is classified as a `String` primitive or object.
	*
	* @static
	* @since 0.1.0
	* @memberOf _
	* @category Lang
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is a string, else `false`.
	* @example
	*
	* _.isString('abc');
	* // => true
	*
	* _.isString(1);
	* // => false
	*/
	function isString(value) {
		return typeof value == "string" || !isArray(value) && isObjectLike(value) && baseGetTag(value) == stringTag;
	}
	module.exports = isString;
}));
var require__trimmedEndIndex = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** Used to match a single whitespace character. */
	var reWhitespace = /\s/;
	/**
	* Used by `_.trim` and `_.trimEnd` to get the index of the last non-whitespace
	* character of `string`.
	*
	* @private
	* @param {string} string The string to inspect.
	* @returns {number} Returns the index of the last non-whitespace character.
	*/
	function trimmedEndIndex(string) {
		var index = string.length;
		while (index-- && reWhitespace.test(string.charAt(index)));
		return index;
	}
	module.exports = trimmedEndIndex;
}));
var require__baseTrim = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var trimmedEndIndex = require__trimmedEndIndex();
	/** Used to match leading whitespace. */
	var reTrimStart = /^\s+/;
	/**
	* The base implementation of `_.trim`.
	*
	* @private
	* @param {string} string The string to trim.
	* @returns {string} Returns the trimmed string.
	*/
	function baseTrim(string) {
		return string ? string.slice(0, trimmedEndIndex(string) + 1).replace(reTrimStart, "") : string;
	}
	module.exports = baseTrim;
}));
var require_toNumber = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseTrim = require__baseTrim();
	var isObject = require_isObject();
	var isSymbol = require_isSymbol();
	/** Used as references for various `Number` constants. */
	var NAN = NaN;
	/** Used to detect bad signed hexadecimal string values. */
	var reIsBadHex = /^[-+]0x[0-9a-f]+$/i;
	/** Used to detect binary string values. */
	var reIsBinary = /^0b[01]+$/i;
	/** Used to detect octal string values. */
	var reIsOctal = /^0o[0-7]+$/i;
	/** Built-in method references without a dependency on `root`. */
	var freeParseInt = parseInt;
	/**
	* Converts `value` to a number.
	*
	* @static
	* @memberOf _
	* @since 4.0.0
	* @category Lang
	* @param {*} value The value to process.
	* @returns {number} Returns the number.
	* @example
	*
	* _.toNumber(3.2);
	* // => 3.2
	*
	* _.toNumber(Number.MIN_VALUE);
	* // => 5e-324
	*
	* _.toNumber(Infinity);
	* // => Infinity
	*
	* _.toNumber('3.2');
	* // => 3.2
	*/
	function toNumber(value) {
		if (typeof value == "number") return value;
		if (isSymbol(value)) return NAN;
		if (isObject(value)) {
			var other = typeof value.valueOf == "function" ? value.valueOf() : value;
			value = isObject(other) ? other + "" : other;
		}
		if (typeof value != "string") return value === 0 ? value : +value;
		value = baseTrim(value);
		var isBinary = reIsBinary.test(value);
		return isBinary || reIsOctal.test(value) ? freeParseInt(value.slice(2), isBinary ? 2 : 8) : reIsBadHex.test(value) ? NAN : +value;
	}
	module.exports = toNumber;
}));
var require_toFinite = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var toNumber = require_toNumber();
	/** Used as references for various `Number` constants. */
	var INFINITY = 1 / 0;
	var MAX_INTEGER = 17976931348623157e292;
	/**
	* Converts `value` to a finite number.
	*
	* @static
	* @memberOf _
	* @since 4.12.0
	* @category Lang
	* @param {*} value The value to convert.
	* @returns {number} Returns the converted number.
	* @example
	*
	* _.toFinite(3.2);
	* // => 3.2
	*
	* _.toFinite(Number.MIN_VALUE);
	* // => 5e-324
	*
	* _.toFinite(Infinity);
	* // => 1.7976931348623157e+308
	*
	* _.toFinite('3.2');
	* // => 3.2
	*/
	function toFinite(value) {
		if (!value) return value === 0 ? value : 0;
		value = toNumber(value);
		if (value === INFINITY || value === -INFINITY) return (value < 0 ? -1 : 1) * MAX_INTEGER;
		return value === value ? value : 0;
	}
	module.exports = toFinite;
}));
var require_toInteger = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var toFinite = require_toFinite();
	/**
	* Converts `value` to an integer.
	*
	* **Note:** This method is loosely based on
	* [`ToInteger`](http://www.ecma-international.org/ecma-262/7.0/#sec-tointeger).
	*
	* @static
	* @memberOf _
	* @since 4.0.0
	* @category Lang
	* @param {*} value The value to convert.
	* @returns {number} Returns the converted integer.
	* @example
	*
	* _.toInteger(3.2);
	* // => 3
	*
	* _.toInteger(Number.MIN_VALUE);
	* // => 0
	*
	* _.toInteger(Infinity);
	* // => 1.7976931348623157e+308
	*
	* _.toInteger('3.2');
	* // => 3
	*/
	function toInteger(value) {
		var result = toFinite(value), remainder = result % 1;
		return result === result ? remainder ? result - remainder : result : 0;
	}
	module.exports = toInteger;
}));
var require_values = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseValues = require__baseValues();
	var keys = require_keys();
	/**
	* Creates an array of the own enumerable string keyed property values of `object`.
	*
	* **Note:** Non-object values are coerced to objects.
	*
	* @static
	* @since 0.1.0
	* @memberOf _
	* @category Object
	* @param {Object} object The object to query.
	* @returns {Array} Returns the array of property values.
	* @example
	*
	* function Foo() {
	*   this.a = 1;
	*   this.b = 2;
	* }
	*
	* Foo.prototype.c = 3;
	*
	* _.values(new Foo);
	* // => [1, 2] (iteration order is not guaranteed)
	*
	* _.values('hi');
	* // => ['h', 'i']
	*/
	function values(object) {
		return object == null ? [] : baseValues(object, keys(object));
	}
	module.exports = values;
}));
var require_includes = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseIndexOf = require__baseIndexOf();
	var isArrayLike = require_isArrayLike();
	var isString = require_isString();
	var toInteger = require_toInteger();
	var values = require_values();
	var nativeMax = Math.max;
	/**
	* Checks if `value` is in `collection`. If `collection` is a string, it's
	* checked for a substring of `value`, otherwise
	* [`SameValueZero`](http://ecma-international.org/ecma-262/7.0/#sec-samevaluezero)
	* is used for equality comparisons. If `fromIndex` is negative, it's used as
	* the offset from the end of `collection`.
	*
	* @static
	* @memberOf _
	* @since 0.1.0
	* @category Collection
	* @param {Array|Object|string} collection The collection to inspect.
	* @param {*} value The value to search for.
	* @param {number} [fromIndex=0] The index to search from.
	* @param- {Object} [guard] Enables use as an iteratee for methods like `_.reduce`.
	* @returns {boolean} Returns `true` if `value` is found, else `false`.
	* @example
	*
	* _.includes([1, 2, 3], 1);
	* // => true
	*
	* _.includes([1, 2, 3], 1, 2);
	* // => false
	*
	* _.includes({ 'a': 1, 'b': 2 }, 1);
	* // => true
	*
	* _.includes('abcd', 'bc');
	* // => true
	*/
	function includes(collection, value, fromIndex, guard) {
		collection = isArrayLike(collection) ? collection : values(collection);
		fromIndex = fromIndex && !guard ? toInteger(fromIndex) : 0;
		var length = collection.length;
		if (fromIndex < 0) fromIndex = nativeMax(length + fromIndex, 0);
		return isString(collection) ? fromIndex <= length && collection.indexOf(value, fromIndex) > -1 : !!length && baseIndexOf(collection, value, fromIndex) > -1;
	}
	module.exports = includes;
}));
var require_fs_seeds = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const path = __require("path");
	const flatten = require_flatten();
	const includes = require_includes();
	const { AbstractMigrationsLoader } = require_MigrationsLoader();
	const { getFilepathsInFolder } = require_fs();
	const filterByLoadExtensions = (extensions) => (value) => {
		const extension = path.extname(value);
		return includes(extensions, extension);
	};
	var FsSeeds = class extends AbstractMigrationsLoader {
		_getConfigDirectories(logger) {
			return this.migrationsPaths.map((directory) => {
				if (!directory) logger.warn("Empty value passed as a directory for Seeder, this is not supported.");
				return path.resolve(process.cwd(), directory);
			});
		}
		async getSeeds(config) {
			const { loadExtensions, recursive, specific } = config;
			let files = flatten(await Promise.all(this._getConfigDirectories(config.logger).map((d) => getFilepathsInFolder(d, recursive)))).filter(filterByLoadExtensions(loadExtensions));
			if (!this.sortDirsSeparately) files.sort();
			if (specific) {
				files = files.filter((file) => path.basename(file) === specific);
				if (files.length === 0) throw new Error(`Invalid argument provided: the specific seed "${specific}" does not exist.`);
			}
			return files;
		}
		async getSeed(filepath) {
			return await require_import_file()(filepath);
		}
	};
	module.exports = { FsSeeds };
}));
var require_seeder_configuration_merger = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { FsSeeds } = require_fs_seeds();
	const Logger = require_logger();
	const { DEFAULT_LOAD_EXTENSIONS } = require_MigrationsLoader();
	const defaultLogger = new Logger();
	const CONFIG_DEFAULT = Object.freeze({
		extension: "js",
		directory: "./seeds",
		loadExtensions: DEFAULT_LOAD_EXTENSIONS,
		specific: null,
		timestampFilenamePrefix: false,
		recursive: false,
		sortDirsSeparately: false
	});
	function getMergedConfig(config, currentConfig, logger = defaultLogger) {
		const mergedConfig = Object.assign({}, CONFIG_DEFAULT, currentConfig || {}, config, { logger });
		if (config && (config.directory || config.sortDirsSeparately !== void 0 || config.loadExtensions)) {
			if (config.seedSource) logger.warn("FS-related option specified for seed configuration. This resets seedSource to default FsMigrations");
			mergedConfig.seedSource = null;
		}
		if (!mergedConfig.seedSource) mergedConfig.seedSource = new FsSeeds(mergedConfig.directory, mergedConfig.sortDirsSeparately, mergedConfig.loadExtensions);
		return mergedConfig;
	}
	module.exports = { getMergedConfig };
}));
var require_Seeder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var __dirname = import.meta.dirname;
	const path = __require("path");
	const { ensureDirectoryExists } = require_fs();
	const { writeJsFileUsingTemplate } = require_template();
	const { yyyymmddhhmmss } = require_timestamp();
	const { getMergedConfig } = require_seeder_configuration_merger();
	var Seeder = class {
		constructor(knex) {
			this.knex = knex;
			this.config = this.resolveConfig(knex.client.config.seeds);
		}
		async run(config) {
			this.config = this.resolveConfig(config);
			const files = await this.config.seedSource.getSeeds(this.config);
			return this._runSeeds(files);
		}
		async make(name, config) {
			this.config = this.resolveConfig(config);
			if (!name) throw new Error("A name must be specified for the generated seed");
			await this._ensureFolder(config);
			return await this._writeNewSeed(name);
		}
		_ensureFolder() {
			const promises = this.config.seedSource._getConfigDirectories(this.config.logger).map(ensureDirectoryExists);
			return Promise.all(promises);
		}
		async _runSeeds(seeds) {
			for (const seed of seeds) await this._validateSeedStructure(seed);
			return this._waterfallBatch(seeds);
		}
		async _validateSeedStructure(filepath) {
			if (typeof (await this.config.seedSource.getSeed(filepath)).seed !== "function") throw new Error(`Invalid seed file: ${filepath} must have a seed function`);
			return filepath;
		}
		_getStubPath() {
			return this.config.stub || path.join(__dirname, "stub", this.config.extension + ".stub");
		}
		_getNewStubFileName(name) {
			if (name[0] === "-") name = name.slice(1);
			if (this.config.timestampFilenamePrefix === true) name = `${yyyymmddhhmmss()}_${name}`;
			return `${name}.${this.config.extension}`;
		}
		_getNewStubFilePath(name) {
			const fileName = this._getNewStubFileName(name);
			const dir = this.config.seedSource._getConfigDirectories(this.config.logger).slice(-1)[0];
			return path.join(dir, fileName);
		}
		async _writeNewSeed(name) {
			const seedPath = this._getNewStubFilePath(name);
			await writeJsFileUsingTemplate(seedPath, this._getStubPath(), { variable: "d" }, this.config.variables || {});
			return seedPath;
		}
		async _listAll(config) {
			this.config = this.resolveConfig(config);
			return this.config.seedSource.getSeeds(this.config);
		}
		async _waterfallBatch(seeds) {
			const { knex } = this;
			const log = [];
			for (const seedPath of seeds) {
				const seed = await this.config.seedSource.getSeed(seedPath);
				try {
					await seed.seed(knex);
					log.push(seedPath);
				} catch (originalError) {
					const error = /* @__PURE__ */ new Error(`Error while executing "${seedPath}" seed: ${originalError.message}`);
					error.original = originalError;
					error.stack = error.stack.split("\n").slice(0, 2).join("\n") + "\n" + originalError.stack;
					throw error;
				}
			}
			return [log];
		}
		resolveConfig(config) {
			return getMergedConfig(config, this.config, this.knex.client.logger);
		}
	};
	module.exports = Seeder;
}));
var require_FunctionHelper = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var FunctionHelper = class {
		constructor(client) {
			this.client = client;
		}
		now(precision) {
			if (typeof precision === "number") return this.client.raw(`CURRENT_TIMESTAMP(${precision})`);
			return this.client.raw("CURRENT_TIMESTAMP");
		}
		uuid() {
			switch (this.client.driverName) {
				case "sqlite3":
				case "better-sqlite3": return this.client.raw("(lower(hex(randomblob(4))) || '-' || lower(hex(randomblob(2))) || '-4' || substr(lower(hex(randomblob(2))),2) || '-' || substr('89ab',abs(random()) % 4 + 1, 1) || substr(lower(hex(randomblob(2))),2) || '-' || lower(hex(randomblob(6))))");
				case "mssql": return this.client.raw("(NEWID())");
				case "pg":
				case "pgnative":
				case "cockroachdb": return this.client.raw("(gen_random_uuid())");
				case "oracle":
				case "oracledb": return this.client.raw("(random_uuid())");
				case "mysql":
				case "mysql2":
				case "mariadb": return this.client.raw("(UUID())");
				default: throw new Error(`${this.client.driverName} does not have a uuid function`);
			}
		}
		uuidToBin(uuid, ordered = true) {
			const buf = Buffer.from(uuid.replace(/-/g, ""), "hex");
			return ordered ? Buffer.concat([
				buf.slice(6, 8),
				buf.slice(4, 6),
				buf.slice(0, 4),
				buf.slice(8, 16)
			]) : Buffer.concat([
				buf.slice(0, 4),
				buf.slice(4, 6),
				buf.slice(6, 8),
				buf.slice(8, 16)
			]);
		}
		binToUuid(bin, ordered = true) {
			const buf = Buffer.from(bin, "hex");
			return ordered ? [
				buf.toString("hex", 4, 8),
				buf.toString("hex", 2, 4),
				buf.toString("hex", 0, 2),
				buf.toString("hex", 8, 10),
				buf.toString("hex", 10, 16)
			].join("-") : [
				buf.toString("hex", 0, 4),
				buf.toString("hex", 4, 6),
				buf.toString("hex", 6, 8),
				buf.toString("hex", 8, 10),
				buf.toString("hex", 10, 16)
			].join("-");
		}
	};
	module.exports = FunctionHelper;
}));
var require_method_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = [
		"with",
		"withRecursive",
		"withMaterialized",
		"withNotMaterialized",
		"select",
		"as",
		"columns",
		"column",
		"from",
		"fromJS",
		"fromRaw",
		"into",
		"withSchema",
		"table",
		"distinct",
		"join",
		"joinRaw",
		"innerJoin",
		"leftJoin",
		"leftOuterJoin",
		"rightJoin",
		"rightOuterJoin",
		"outerJoin",
		"fullOuterJoin",
		"crossJoin",
		"where",
		"andWhere",
		"orWhere",
		"whereNot",
		"orWhereNot",
		"whereLike",
		"andWhereLike",
		"orWhereLike",
		"whereILike",
		"andWhereILike",
		"orWhereILike",
		"whereRaw",
		"whereWrapped",
		"havingWrapped",
		"orWhereRaw",
		"whereExists",
		"orWhereExists",
		"whereNotExists",
		"orWhereNotExists",
		"whereIn",
		"orWhereIn",
		"whereNotIn",
		"orWhereNotIn",
		"whereNull",
		"orWhereNull",
		"whereNotNull",
		"orWhereNotNull",
		"whereBetween",
		"whereNotBetween",
		"andWhereBetween",
		"andWhereNotBetween",
		"orWhereBetween",
		"orWhereNotBetween",
		"groupBy",
		"groupByRaw",
		"orderBy",
		"orderByRaw",
		"union",
		"unionAll",
		"intersect",
		"except",
		"having",
		"havingRaw",
		"orHaving",
		"orHavingRaw",
		"offset",
		"limit",
		"count",
		"countDistinct",
		"min",
		"max",
		"sum",
		"sumDistinct",
		"avg",
		"avgDistinct",
		"increment",
		"decrement",
		"first",
		"debug",
		"pluck",
		"clearSelect",
		"clearWhere",
		"clearGroup",
		"clearOrder",
		"clearHaving",
		"insert",
		"update",
		"returning",
		"del",
		"delete",
		"truncate",
		"transacting",
		"connection",
		"jsonExtract",
		"jsonSet",
		"jsonInsert",
		"jsonRemove",
		"whereJsonObject",
		"orWhereJsonObject",
		"andWhereJsonObject",
		"whereNotJsonObject",
		"orWhereNotJsonObject",
		"andWhereNotJsonObject",
		"whereJsonPath",
		"orWhereJsonPath",
		"andWhereJsonPath",
		"whereJsonSupersetOf",
		"orWhereJsonSupersetOf",
		"andWhereJsonSupersetOf",
		"whereJsonNotSupersetOf",
		"orWhereJsonNotSupersetOf",
		"andWhereJsonNotSupersetOf",
		"whereJsonSubsetOf",
		"orWhereJsonSubsetOf",
		"andWhereJsonSubsetOf",
		"whereJsonNotSubsetOf",
		"orWhereJsonNotSubsetOf",
		"andWhereJsonNotSubsetOf"
	];
}));
var require__assignMergeValue = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseAssignValue = require__baseAssignValue();
	var eq = require_eq();
	/**
	* This function is like `assignValue` except that it doesn't assign
	* `undefined` values.
	*
	* @private
	* @param {Object} object The object to modify.
	* @param {string} key The key of the property to assign.
	* @param {*} value The value to assign.
	*/
	function assignMergeValue(object, key, value) {
		if (value !== void 0 && !eq(object[key], value) || value === void 0 && !(key in object)) baseAssignValue(object, key, value);
	}
	module.exports = assignMergeValue;
}));
var require__safeGet = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Gets the value at `key`, unless `key` is "__proto__" or "constructor".
	*
	* @private
	* @param {Object} object The object to query.
	* @param {string} key The key of the property to get.
	* @returns {*} Returns the property value.
	*/
	function safeGet(object, key) {
		if (key === "constructor" && typeof object[key] === "function") return;
		if (key == "__proto__") return;
		return object[key];
	}
	module.exports = safeGet;
}));
var require_toPlainObject = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var copyObject = require__copyObject();
	var keysIn = require_keysIn();
	/**
	* Converts `value` to a plain object flattening inherited enumerable string
	* keyed properties of `value` to own properties of the plain object.
	*
	* @static
	* @memberOf _
	* @since 3.0.0
	* @category Lang
	* @param {*} value The value to convert.
	* @returns {Object} Returns the converted plain object.
	* @example
	*
	* function Foo() {
	*   this.b = 2;
	* }
	*
	* Foo.prototype.c = 3;
	*
	* _.assign({ 'a': 1 }, new Foo);
	* // => { 'a': 1, 'b': 2 }
	*
	* _.assign({ 'a': 1 }, _.toPlainObject(new Foo));
	* // => { 'a': 1, 'b': 2, 'c': 3 }
	*/
	function toPlainObject(value) {
		return copyObject(value, keysIn(value));
	}
	module.exports = toPlainObject;
}));
var require__baseMergeDeep = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var assignMergeValue = require__assignMergeValue();
	var cloneBuffer = require__cloneBuffer();
	var cloneTypedArray = require__cloneTypedArray();
	var copyArray = require__copyArray();
	var initCloneObject = require__initCloneObject();
	var isArguments = require_isArguments();
	var isArray = require_isArray();
	var isArrayLikeObject = require_isArrayLikeObject();
	var isBuffer = require_isBuffer();
	var isFunction = require_isFunction();
	var isObject = require_isObject();
	var isPlainObject = require_isPlainObject();
	var isTypedArray = require_isTypedArray();
	var safeGet = require__safeGet();
	var toPlainObject = require_toPlainObject();
	/**
	* A specialized version of `baseMerge` for arrays and objects which performs
	* deep merges and tracks traversed objects enabling objects with circular
	* references to be merged.
	*
	* @private
	* @param {Object} object The destination object.
	* @param {Object} source The source object.
	* @param {string} key The key of the value to merge.
	* @param {number} srcIndex The index of `source`.
	* @param {Function} mergeFunc The function to merge values.
	* @param {Function} [customizer] The function to customize assigned values.
	* @param {Object} [stack] Tracks traversed source values and their merged
	*  counterparts.
	*/
	function baseMergeDeep(object, source, key, srcIndex, mergeFunc, customizer, stack) {
		var objValue = safeGet(object, key), srcValue = safeGet(source, key), stacked = stack.get(srcValue);
		if (stacked) {
			assignMergeValue(object, key, stacked);
			return;
		}
		var newValue = customizer ? customizer(objValue, srcValue, key + "", object, source, stack) : void 0;
		var isCommon = newValue === void 0;
		if (isCommon) {
			var isArr = isArray(srcValue), isBuff = !isArr && isBuffer(srcValue), isTyped = !isArr && !isBuff && isTypedArray(srcValue);
			newValue = srcValue;
			if (isArr || isBuff || isTyped) {
				if (isArray(objValue)) newValue = objValue;
				else if (isArrayLikeObject(objValue)) newValue = copyArray(objValue);
				else if (isBuff) {
					isCommon = false;
					newValue = cloneBuffer(srcValue, true);
				} else if (isTyped) {
					isCommon = false;
					newValue = cloneTypedArray(srcValue, true);
				} else newValue = [];
			} else if (isPlainObject(srcValue) || isArguments(srcValue)) {
				newValue = objValue;
				if (isArguments(objValue)) newValue = toPlainObject(objValue);
				else if (!isObject(objValue) || isFunction(objValue)) newValue = initCloneObject(srcValue);
			} else isCommon = false;
		}
		if (isCommon) {
			stack.set(srcValue, newValue);
			mergeFunc(newValue, srcValue, srcIndex, customizer, stack);
			stack["delete"](srcValue);
		}
		assignMergeValue(object, key, newValue);
	}
	module.exports = baseMergeDeep;
}));
var require__baseMerge = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var Stack = require__Stack();
	var assignMergeValue = require__assignMergeValue();
	var baseFor = require__baseFor();
	var baseMergeDeep = require__baseMergeDeep();
	var isObject = require_isObject();
	var keysIn = require_keysIn();
	var safeGet = require__safeGet();
	/**
	* The base implementation of `_.merge` without support for multiple sources.
	*
	* @private
	* @param {Object} object The destination object.
	* @param {Object} source The source object.
	* @param {number} srcIndex The index of `source`.
	* @param {Function} [customizer] The function to customize merged values.
	* @param {Object} [stack] Tracks traversed source values and their merged
	*  counterparts.
	*/
	function baseMerge(object, source, srcIndex, customizer, stack) {
		if (object === source) return;
		baseFor(source, function(srcValue, key) {
			stack || (stack = new Stack());
			if (isObject(srcValue)) baseMergeDeep(object, source, key, srcIndex, baseMerge, customizer, stack);
			else {
				var newValue = customizer ? customizer(safeGet(object, key), srcValue, key + "", object, source, stack) : void 0;
				if (newValue === void 0) newValue = srcValue;
				assignMergeValue(object, key, newValue);
			}
		}, keysIn);
	}
	module.exports = baseMerge;
}));
var require_merge = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseMerge = require__baseMerge();
	module.exports = require__createAssigner()(function(object, source, srcIndex) {
		baseMerge(object, source, srcIndex);
	});
}));
var require__baseSlice = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* The base implementation of `_.slice` without an iteratee call guard.
	*
	* @private
	* @param {Array} array The array to slice.
	* @param {number} [start=0] The start position.
	* @param {number} [end=array.length] The end position.
	* @returns {Array} Returns the slice of `array`.
	*/
	function baseSlice(array, start, end) {
		var index = -1, length = array.length;
		if (start < 0) start = -start > length ? 0 : length + start;
		end = end > length ? length : end;
		if (end < 0) end += length;
		length = start > end ? 0 : end - start >>> 0;
		start >>>= 0;
		var result = Array(length);
		while (++index < length) result[index] = array[index + start];
		return result;
	}
	module.exports = baseSlice;
}));
var require_chunk = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseSlice = require__baseSlice();
	var isIterateeCall = require__isIterateeCall();
	var toInteger = require_toInteger();
	var nativeCeil = Math.ceil;
	var nativeMax = Math.max;
	/**
	* Creates an array of elements split into groups the length of `size`.
	* If `array` can't be split evenly, the final chunk will be the remaining
	* elements.
	*
	* @static
	* @memberOf _
	* @since 3.0.0
	* @category Array
	* @param {Array} array The array to process.
	* @param {number} [size=1] The length of each chunk
	* @param- {Object} [guard] Enables use as an iteratee for methods like `_.map`.
	* @returns {Array} Returns the new array of chunks.
	* @example
	*
	* _.chunk(['a', 'b', 'c', 'd'], 2);
	* // => [['a', 'b'], ['c', 'd']]
	*
	* _.chunk(['a', 'b', 'c', 'd'], 3);
	* // => [['a', 'b', 'c'], ['d']]
	*/
	function chunk(array, size, guard) {
		if (guard ? isIterateeCall(array, size, guard) : size === void 0) size = 1;
		else size = nativeMax(toInteger(size), 0);
		var length = array == null ? 0 : array.length;
		if (!length || size < 1) return [];
		var index = 0, resIndex = 0, result = Array(nativeCeil(length / size));
		while (index < length) result[resIndex++] = baseSlice(array, index, index += size);
		return result;
	}
	module.exports = chunk;
}));
var require_delay = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* @param {number} delay
	* @returns {Promise<void>}
	*/
	module.exports = (delay) => new Promise((resolve) => setTimeout(resolve, delay));
}));
var require_batch_insert = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const chunk = require_chunk();
	const flatten = require_flatten();
	const delay = require_delay();
	const { isNumber } = require_is();
	function batchInsert(client, tableName, batch, chunkSize = 1e3) {
		let returning = void 0;
		let transaction = null;
		if (!isNumber(chunkSize) || chunkSize < 1) throw new TypeError(`Invalid chunkSize: ${chunkSize}`);
		if (!Array.isArray(batch)) throw new TypeError(`Invalid batch: Expected array, got ${typeof batch}`);
		const chunks = chunk(batch, chunkSize);
		const runInTransaction = (cb) => {
			if (transaction) return cb(transaction);
			return client.transaction(cb);
		};
		return Object.assign(Promise.resolve().then(async () => {
			await delay(1);
			return runInTransaction(async (tr) => {
				const chunksResults = [];
				for (const items of chunks) chunksResults.push(await tr(tableName).insert(items, returning));
				return flatten(chunksResults);
			});
		}), {
			returning(columns) {
				returning = columns;
				return this;
			},
			transacting(tr) {
				transaction = tr;
				return this;
			}
		});
	}
	module.exports = batchInsert;
}));
var require_security = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Sets a hidden (non-enumerable) property on the `target` object, copying it
	* from `source`.
	*
	* This is useful when we want to protect certain data from being accidentally
	* leaked through logs, also when the property is non-enumerable on the `source`
	* object and we want to ensure that it is properly copied.
	*
	* @param {object} target
	* @param {object} source - default: target
	* @param {string} propertyName - default: 'password'
	*/
	function setHiddenProperty(target, source, propertyName = "password") {
		if (!source) source = target;
		Object.defineProperty(target, propertyName, {
			enumerable: false,
			value: source[propertyName]
		});
	}
	module.exports = {
		setHiddenProperty,
		hasOwn: (() => {
			const hasOwnProperty = Object.prototype.hasOwnProperty;
			return (obj, key) => hasOwnProperty.call(obj, key);
		})()
	};
}));
var require_make_knex = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { EventEmitter } = __require("events");
	const { Migrator } = require_Migrator();
	const Seeder = require_Seeder();
	const FunctionHelper = require_FunctionHelper();
	const QueryInterface = require_method_constants();
	const merge = require_merge();
	const batchInsert = require_batch_insert();
	const { isObject } = require_is();
	const { setHiddenProperty } = require_security();
	const KNEX_PROPERTY_DEFINITIONS = {
		client: {
			get() {
				return this.context.client;
			},
			set(client) {
				this.context.client = client;
			},
			configurable: true
		},
		userParams: {
			get() {
				return this.context.userParams;
			},
			set(userParams) {
				this.context.userParams = userParams;
			},
			configurable: true
		},
		schema: {
			get() {
				return this.client.schemaBuilder();
			},
			configurable: true
		},
		migrate: {
			get() {
				return new Migrator(this);
			},
			configurable: true
		},
		seed: {
			get() {
				return new Seeder(this);
			},
			configurable: true
		},
		fn: {
			get() {
				return new FunctionHelper(this.client);
			},
			configurable: true
		}
	};
	for (const m of [
		"raw",
		"batchInsert",
		"transaction",
		"transactionProvider",
		"initialize",
		"destroy",
		"ref",
		"withUserParams",
		"queryBuilder",
		"disableProcessing",
		"enableProcessing"
	]) KNEX_PROPERTY_DEFINITIONS[m] = {
		value: function(...args) {
			return this.context[m](...args);
		},
		configurable: true
	};
	function makeKnex(client) {
		function knex(tableName, options) {
			return createQueryBuilder(knex.context, tableName, options);
		}
		redefineProperties(knex, client);
		return knex;
	}
	function initContext(knexFn) {
		const knexContext = knexFn.context || {};
		Object.assign(knexContext, {
			queryBuilder() {
				return this.client.queryBuilder();
			},
			raw() {
				return this.client.raw.apply(this.client, arguments);
			},
			batchInsert(table, batch, chunkSize = 1e3) {
				return batchInsert(this, table, batch, chunkSize);
			},
			transaction(container, _config) {
				if (!_config && isObject(container)) {
					_config = container;
					container = null;
				}
				const config = Object.assign({}, _config);
				config.userParams = this.userParams || {};
				if (config.doNotRejectOnRollback === void 0) config.doNotRejectOnRollback = true;
				return this._transaction(container, config);
			},
			_transaction(container, config, outerTx = null) {
				if (container) return this.client.transaction(container, config, outerTx);
				else return new Promise((resolve, reject) => {
					this.client.transaction(resolve, config, outerTx).catch(reject);
				});
			},
			transactionProvider(config) {
				let trx;
				return () => {
					if (!trx) trx = this.transaction(void 0, config);
					return trx;
				};
			},
			initialize(config) {
				return this.client.initializePool(config);
			},
			destroy(callback) {
				return this.client.destroy(callback);
			},
			ref(ref) {
				return this.client.ref(ref);
			},
			disableProcessing() {
				if (this.userParams.isProcessingDisabled) return;
				this.userParams.wrapIdentifier = this.client.config.wrapIdentifier;
				this.userParams.postProcessResponse = this.client.config.postProcessResponse;
				this.client.config.wrapIdentifier = null;
				this.client.config.postProcessResponse = null;
				this.userParams.isProcessingDisabled = true;
			},
			enableProcessing() {
				if (!this.userParams.isProcessingDisabled) return;
				this.client.config.wrapIdentifier = this.userParams.wrapIdentifier;
				this.client.config.postProcessResponse = this.userParams.postProcessResponse;
				this.userParams.isProcessingDisabled = false;
			},
			withUserParams(params) {
				const knexClone = shallowCloneFunction(knexFn);
				if (this.client) {
					knexClone.client = Object.create(this.client.constructor.prototype);
					merge(knexClone.client, this.client);
					knexClone.client.config = Object.assign({}, this.client.config);
					if (this.client.config.password) setHiddenProperty(knexClone.client.config, this.client.config);
				}
				redefineProperties(knexClone, knexClone.client);
				_copyEventListeners("query", knexFn, knexClone);
				_copyEventListeners("query-error", knexFn, knexClone);
				_copyEventListeners("query-response", knexFn, knexClone);
				_copyEventListeners("start", knexFn, knexClone);
				knexClone.userParams = params;
				return knexClone;
			}
		});
		if (!knexFn.context) knexFn.context = knexContext;
	}
	function _copyEventListeners(eventName, sourceKnex, targetKnex) {
		sourceKnex.listeners(eventName).forEach((listener) => {
			targetKnex.on(eventName, listener);
		});
	}
	function redefineProperties(knex, client) {
		for (let i = 0; i < QueryInterface.length; i++) {
			const method = QueryInterface[i];
			knex[method] = function() {
				const builder = this.queryBuilder();
				return builder[method].apply(builder, arguments);
			};
		}
		Object.defineProperties(knex, KNEX_PROPERTY_DEFINITIONS);
		initContext(knex);
		knex.client = client;
		knex.userParams = {};
		const ee = new EventEmitter();
		for (const key in ee) knex[key] = ee[key];
		if (knex._internalListeners) knex._internalListeners.forEach(({ eventName, listener }) => {
			knex.client.removeListener(eventName, listener);
		});
		knex._internalListeners = [];
		_addInternalListener(knex, "start", (obj) => {
			knex.emit("start", obj);
		});
		_addInternalListener(knex, "query", (obj) => {
			knex.emit("query", obj);
		});
		_addInternalListener(knex, "query-error", (err, obj) => {
			knex.emit("query-error", err, obj);
		});
		_addInternalListener(knex, "query-response", (response, obj, builder) => {
			knex.emit("query-response", response, obj, builder);
		});
	}
	function _addInternalListener(knex, eventName, listener) {
		knex.client.on(eventName, listener);
		knex._internalListeners.push({
			eventName,
			listener
		});
	}
	function createQueryBuilder(knexContext, tableName, options) {
		const qb = knexContext.queryBuilder();
		if (!tableName) knexContext.client.logger.warn("calling knex without a tableName is deprecated. Use knex.queryBuilder() instead.");
		return tableName ? qb.table(tableName, options) : qb;
	}
	function shallowCloneFunction(originalFunction) {
		const fnContext = Object.create(Object.getPrototypeOf(originalFunction), Object.getOwnPropertyDescriptors(originalFunction));
		const knexContext = {};
		const knexFnWrapper = (tableName, options) => {
			return createQueryBuilder(knexContext, tableName, options);
		};
		const clonedFunction = knexFnWrapper.bind(fnContext);
		Object.assign(clonedFunction, originalFunction);
		clonedFunction.context = knexContext;
		return clonedFunction;
	}
	module.exports = makeKnex;
}));
var require_noop$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = function() {};
}));
var require_finally_mixin = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const noop = require_noop$1();
	const finallyMixin = (prototype) => Object.assign(prototype, { finally(onFinally) {
		return this.then().finally(onFinally);
	} });
	module.exports = Promise.prototype.finally ? finallyMixin : noop;
}));
var require_transaction$6 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { EventEmitter } = __require("events");
	const Debug = require_src();
	const uniqueId = require_uniqueId();
	const { callbackify } = __require("util");
	const makeKnex = require_make_knex();
	const { timeout, KnexTimeoutError } = require_timeout();
	const finallyMixin = require_finally_mixin();
	const debug = Debug("knex:tx");
	function DEFAULT_CONFIG() {
		return {
			userParams: {},
			doNotRejectOnRollback: true
		};
	}
	const validIsolationLevels = [
		"read uncommitted",
		"read committed",
		"snapshot",
		"repeatable read",
		"serializable"
	];
	var Transaction = class extends EventEmitter {
		constructor(client, container, config = DEFAULT_CONFIG(), outerTx = null) {
			super();
			this.userParams = config.userParams;
			this.doNotRejectOnRollback = config.doNotRejectOnRollback;
			const txid = this.txid = uniqueId("trx");
			this.client = client;
			this.logger = client.logger;
			this.outerTx = outerTx;
			this.trxClient = void 0;
			this._completed = false;
			this._debug = client.config && client.config.debug;
			this.readOnly = config.readOnly;
			if (config.isolationLevel) this.setIsolationLevel(config.isolationLevel);
			debug("%s: Starting %s transaction", txid, outerTx ? "nested" : "top level");
			this._lastChild = Promise.resolve();
			const basePromise = (outerTx ? outerTx._lastChild : Promise.resolve()).then(() => this._evaluateContainer(config, container));
			this._promise = basePromise.then((x) => x);
			if (outerTx) outerTx._lastChild = basePromise.catch(() => {});
		}
		isCompleted() {
			return this._completed || this.outerTx && this.outerTx.isCompleted() || false;
		}
		begin(conn) {
			const trxMode = [this.isolationLevel ? `ISOLATION LEVEL ${this.isolationLevel}` : "", this.readOnly ? "READ ONLY" : ""].join(" ").trim();
			if (trxMode.length === 0) return this.query(conn, "BEGIN;");
			return this.query(conn, `SET TRANSACTION ${trxMode};`).then(() => this.query(conn, "BEGIN;"));
		}
		savepoint(conn) {
			return this.query(conn, `SAVEPOINT ${this.txid};`);
		}
		commit(conn, value) {
			return this.query(conn, "COMMIT;", 1, value);
		}
		release(conn, value) {
			return this.query(conn, `RELEASE SAVEPOINT ${this.txid};`, 1, value);
		}
		setIsolationLevel(isolationLevel) {
			if (!validIsolationLevels.includes(isolationLevel)) throw new Error(`Invalid isolationLevel, supported isolation levels are: ${JSON.stringify(validIsolationLevels)}`);
			this.isolationLevel = isolationLevel;
			return this;
		}
		rollback(conn, error) {
			return timeout(this.query(conn, "ROLLBACK", 2, error), 5e3).catch((err) => {
				if (!(err instanceof KnexTimeoutError)) return Promise.reject(err);
				this._rejecter(error);
			});
		}
		rollbackTo(conn, error) {
			return timeout(this.query(conn, `ROLLBACK TO SAVEPOINT ${this.txid}`, 2, error), 5e3).catch((err) => {
				if (!(err instanceof KnexTimeoutError)) return Promise.reject(err);
				this._rejecter(error);
			});
		}
		query(conn, sql, status, value) {
			const q = this.trxClient.query(conn, sql).catch((err) => {
				status = 2;
				value = err;
				this._completed = true;
				debug("%s error running transaction query", this.txid);
			}).then((res) => {
				if (status === 1) this._resolver(value);
				if (status === 2) {
					if (value === void 0) {
						if (this.doNotRejectOnRollback && /^ROLLBACK\b/i.test(sql)) {
							this._resolver();
							return;
						}
						value = /* @__PURE__ */ new Error(`Transaction rejected with non-error: ${value}`);
					}
					this._rejecter(value);
				}
				return res;
			});
			if (status === 1 || status === 2) this._completed = true;
			return q;
		}
		debug(enabled) {
			this._debug = arguments.length ? enabled : true;
			return this;
		}
		async _onAcquire(container, connection) {
			const trxClient = this.trxClient = makeTxClient(this, this.client, connection);
			const init = this.client.transacting ? this.savepoint(connection) : this.begin(connection);
			const executionPromise = new Promise((resolver, rejecter) => {
				this._resolver = resolver;
				this._rejecter = rejecter;
			});
			init.then(() => {
				return makeTransactor(this, connection, trxClient);
			}).then((transactor) => {
				this.transactor = transactor;
				if (this.outerTx) transactor.parentTransaction = this.outerTx.transactor;
				transactor.executionPromise = executionPromise;
				let result;
				try {
					result = container(transactor);
				} catch (err) {
					result = Promise.reject(err);
				}
				if (result && result.then && typeof result.then === "function") result.then((val) => {
					return transactor.commit(val);
				}).catch((err) => {
					return transactor.rollback(err);
				});
				return null;
			}).catch((e) => {
				return this._rejecter(e);
			});
			return executionPromise;
		}
		_evaluateContainer(config, container) {
			return this.acquireConnection(config, (connection) => this._onAcquire(container, connection));
		}
		async acquireConnection(config, cb) {
			const configConnection = config && config.connection;
			const connection = configConnection || await this.client.acquireConnection();
			try {
				connection.__knexTxId = this.txid;
				return await cb(connection);
			} finally {
				if (!configConnection) {
					debug("%s: releasing connection", this.txid);
					delete connection.__knexTxId;
					this.client.releaseConnection(connection);
				} else debug("%s: not releasing external connection", this.txid);
			}
		}
		then(onResolve, onReject) {
			return this._promise.then(onResolve, onReject);
		}
		catch(...args) {
			return this._promise.catch(...args);
		}
		asCallback(cb) {
			callbackify(() => this._promise)(cb);
			return this._promise;
		}
	};
	finallyMixin(Transaction.prototype);
	function makeTransactor(trx, connection, trxClient) {
		const transactor = makeKnex(trxClient);
		transactor.context.withUserParams = () => {
			throw new Error("Cannot set user params on a transaction - it can only inherit params from main knex instance");
		};
		transactor.isTransaction = true;
		transactor.userParams = trx.userParams || {};
		transactor.context.transaction = function(container, options) {
			if (!options) options = { doNotRejectOnRollback: true };
			else if (options.doNotRejectOnRollback === void 0) options.doNotRejectOnRollback = true;
			return this._transaction(container, options, trx);
		};
		transactor.savepoint = function(container, options) {
			return transactor.transaction(container, options);
		};
		if (trx.client.transacting) {
			transactor.commit = (value) => trx.release(connection, value);
			transactor.rollback = (error) => trx.rollbackTo(connection, error);
		} else {
			transactor.commit = (value) => trx.commit(connection, value);
			transactor.rollback = (error) => trx.rollback(connection, error);
		}
		transactor.isCompleted = () => trx.isCompleted();
		return transactor;
	}
	function makeTxClient(trx, client, connection) {
		const trxClient = Object.create(client.constructor.prototype);
		trxClient.version = client.version;
		trxClient.config = client.config;
		trxClient.driver = client.driver;
		trxClient.connectionSettings = client.connectionSettings;
		trxClient.transacting = true;
		trxClient.valueForUndefined = client.valueForUndefined;
		trxClient.logger = client.logger;
		trxClient.on("start", function(arg) {
			trx.emit("start", arg);
			client.emit("start", arg);
		});
		trxClient.on("query", function(arg) {
			trx.emit("query", arg);
			client.emit("query", arg);
		});
		trxClient.on("query-error", function(err, obj) {
			trx.emit("query-error", err, obj);
			client.emit("query-error", err, obj);
		});
		trxClient.on("query-response", function(response, obj, builder) {
			trx.emit("query-response", response, obj, builder);
			client.emit("query-response", response, obj, builder);
		});
		const _query = trxClient.query;
		trxClient.query = function(conn, obj) {
			const completed = trx.isCompleted();
			return new Promise(function(resolve, reject) {
				try {
					if (conn !== connection) throw new Error("Invalid connection for transaction query.");
					if (completed) completedError(trx, obj);
					resolve(_query.call(trxClient, conn, obj));
				} catch (e) {
					reject(e);
				}
			});
		};
		const _stream = trxClient.stream;
		trxClient.stream = function(conn, obj, stream, options) {
			const completed = trx.isCompleted();
			return new Promise(function(resolve, reject) {
				try {
					if (conn !== connection) throw new Error("Invalid connection for transaction query.");
					if (completed) completedError(trx, obj);
					resolve(_stream.call(trxClient, conn, obj, stream, options));
				} catch (e) {
					reject(e);
				}
			});
		};
		trxClient.acquireConnection = function() {
			return Promise.resolve(connection);
		};
		trxClient.releaseConnection = function() {
			return Promise.resolve();
		};
		return trxClient;
	}
	function completedError(trx, obj) {
		const sql = typeof obj === "string" ? obj : obj && obj.sql;
		debug("%s: Transaction completed: %s", trx.txid, sql);
		throw new Error("Transaction query already complete, run with DEBUG=knex:tx for more info");
	}
	module.exports = Transaction;
}));
var require_query_executioner = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const _debugQuery = require_src()("knex:query");
	const debugBindings = require_src()("knex:bindings");
	const debugQuery = (sql, txId) => _debugQuery(sql.replace(/%/g, "%%"), txId);
	const { isString } = require_is();
	function formatQuery(sql, bindings, timeZone, client) {
		bindings = bindings == null ? [] : [].concat(bindings);
		let index = 0;
		return sql.replace(/\\?\?/g, (match) => {
			if (match === "\\?") return "?";
			if (index === bindings.length) return match;
			const value = bindings[index++];
			return client._escapeBinding(value, { timeZone });
		});
	}
	function enrichQueryObject(connection, queryParam, client) {
		const queryObject = isString(queryParam) ? { sql: queryParam } : queryParam;
		queryObject.bindings = client.prepBindings(queryObject.bindings);
		queryObject.sql = client.positionBindings(queryObject.sql);
		const { __knexUid, __knexTxId } = connection;
		client.emit("query", Object.assign({
			__knexUid,
			__knexTxId
		}, queryObject));
		debugQuery(queryObject.sql, __knexTxId);
		debugBindings(queryObject.bindings, __knexTxId);
		return queryObject;
	}
	function executeQuery(connection, queryObject, client) {
		return client._query(connection, queryObject).catch((err) => {
			if (client.config && client.config.compileSqlOnError === false) err.message = queryObject.sql + " - " + err.message;
			else err.message = formatQuery(queryObject.sql, queryObject.bindings, void 0, client) + " - " + err.message;
			client.emit("query-error", err, Object.assign({
				__knexUid: connection.__knexUid,
				__knexTxId: connection.__knexTxId
			}, queryObject));
			throw err;
		});
	}
	module.exports = {
		enrichQueryObject,
		executeQuery,
		formatQuery
	};
}));
var require_assign = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var assignValue = require__assignValue();
	var copyObject = require__copyObject();
	var createAssigner = require__createAssigner();
	var isArrayLike = require_isArrayLike();
	var isPrototype = require__isPrototype();
	var keys = require_keys();
	/** Used to check objects for own properties. */
	var hasOwnProperty = Object.prototype.hasOwnProperty;
	module.exports = createAssigner(function(object, source) {
		if (isPrototype(source) || isArrayLike(source)) {
			copyObject(source, keys(source), object);
			return;
		}
		for (var key in source) if (hasOwnProperty.call(source, key)) assignValue(object, key, source[key]);
	});
}));
var require_clone = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseClone = require__baseClone();
	/** Used to compose bitmasks for cloning. */
	var CLONE_SYMBOLS_FLAG = 4;
	/**
	* Creates a shallow clone of `value`.
	*
	* **Note:** This method is loosely based on the
	* [structured clone algorithm](https://mdn.io/Structured_clone_algorithm)
	* and supports cloning arrays, array buffers, booleans, date objects, maps,
	* numbers, `Object` objects, regexes, sets, strings, symbols, and typed
	* arrays. The own enumerable properties of `arguments` objects are cloned
	* as plain objects. An empty object is returned for uncloneable values such
	* as error objects, functions, DOM nodes, and WeakMaps.
	*
	* @static
	* @memberOf _
	* @since 0.1.0
	* @category Lang
	* @param {*} value The value to clone.
	* @returns {*} Returns the cloned value.
	* @see _.cloneDeep
	* @example
	*
	* var objects = [{ 'a': 1 }, { 'b': 2 }];
	*
	* var shallow = _.clone(objects);
	* console.log(shallow[0] === objects[0]);
	* // => true
	*/
	function clone(value) {
		return baseClone(value, CLONE_SYMBOLS_FLAG);
	}
	module.exports = clone;
}));
var require__castFunction = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var identity = require_identity();
	/**
	* Casts `value` to `identity` if it's not a function.
	*
	* @private
	* @param {*} value The value to inspect.
	* @returns {Function} Returns cast function.
	*/
	function castFunction(value) {
		return typeof value == "function" ? value : identity;
	}
	module.exports = castFunction;
}));
var require_forEach = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var arrayEach = require__arrayEach();
	var baseEach = require__baseEach();
	var castFunction = require__castFunction();
	var isArray = require_isArray();
	/**
	* Iterates over elements of `collection` and invokes `iteratee` for each element.
	* The iteratee is invoked with three arguments: (value, index|key, collection).
	* Iteratee functions may exit iteration early by explicitly returning `false`.
	*
	* **Note:** As with other "Collections" methods, objects with a "length"
	* property are iterated like arrays. To avoid this behavior use `_.forIn`
	* or `_.forOwn` for object iteration.
	*
	* @static
	* @memberOf _
	* @since 0.1.0
	* @alias each
	* @category Collection
	* @param {Array|Object} collection The collection to iterate over.
	* @param {Function} [iteratee=_.identity] The function invoked per iteration.
	* @returns {Array|Object} Returns `collection`.
	* @see _.forEachRight
	* @example
	*
	* _.forEach([1, 2], function(value) {
	*   console.log(value);
	* });
	* // => Logs `1` then `2`.
	*
	* _.forEach({ 'a': 1, 'b': 2 }, function(value, key) {
	*   console.log(key);
	* });
	* // => Logs 'a' then 'b' (iteration order is not guaranteed).
	*/
	function forEach(collection, iteratee) {
		return (isArray(collection) ? arrayEach : baseEach)(collection, castFunction(iteratee));
	}
	module.exports = forEach;
}));
var require_each = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require_forEach();
}));
var require__baseFilter = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseEach = require__baseEach();
	/**
	* The base implementation of `_.filter` without support for iteratee shorthands.
	*
	* @private
	* @param {Array|Object} collection The collection to iterate over.
	* @param {Function} predicate The function invoked per iteration.
	* @returns {Array} Returns the new filtered array.
	*/
	function baseFilter(collection, predicate) {
		var result = [];
		baseEach(collection, function(value, index, collection) {
			if (predicate(value, index, collection)) result.push(value);
		});
		return result;
	}
	module.exports = baseFilter;
}));
var require_negate = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** Error message constants. */
	var FUNC_ERROR_TEXT = "Expected a function";
	/**
	* Creates a function that negates the result of the predicate `func`. The
	* `func` predicate is invoked with the `this` binding and arguments of the
	* created function.
	*
	* @static
	* @memberOf _
	* @since 3.0.0
	* @category Function
	* @param {Function} predicate The predicate to negate.
	* @returns {Function} Returns the new negated function.
	* @example
	*
	* function isEven(n) {
	*   return n % 2 == 0;
	* }
	*
	* _.filter([1, 2, 3, 4, 5, 6], _.negate(isEven));
	* // => [1, 3, 5]
	*/
	function negate(predicate) {
		if (typeof predicate != "function") throw new TypeError(FUNC_ERROR_TEXT);
		return function() {
			var args = arguments;
			switch (args.length) {
				case 0: return !predicate.call(this);
				case 1: return !predicate.call(this, args[0]);
				case 2: return !predicate.call(this, args[0], args[1]);
				case 3: return !predicate.call(this, args[0], args[1], args[2]);
			}
			return !predicate.apply(this, args);
		};
	}
	module.exports = negate;
}));
var require_reject = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var arrayFilter = require__arrayFilter();
	var baseFilter = require__baseFilter();
	var baseIteratee = require__baseIteratee();
	var isArray = require_isArray();
	var negate = require_negate();
	/**
	* The opposite of `_.filter`; this method returns the elements of `collection`
	* that `predicate` does **not** return truthy for.
	*
	* @static
	* @memberOf _
	* @since 0.1.0
	* @category Collection
	* @param {Array|Object} collection The collection to iterate over.
	* @param {Function} [predicate=_.identity] The function invoked per iteration.
	* @returns {Array} Returns the new filtered array.
	* @see _.filter
	* @example
	*
	* var users = [
	*   { 'user': 'barney', 'age': 36, 'active': false },
	*   { 'user': 'fred',   'age': 40, 'active': true }
	* ];
	*
	* _.reject(users, function(o) { return !o.active; });
	* // => objects for ['fred']
	*
	* // The `_.matches` iteratee shorthand.
	* _.reject(users, { 'age': 40, 'active': true });
	* // => objects for ['barney']
	*
	* // The `_.matchesProperty` iteratee shorthand.
	* _.reject(users, ['active', false]);
	* // => objects for ['fred']
	*
	* // The `_.property` iteratee shorthand.
	* _.reject(users, 'active');
	* // => objects for ['barney']
	*/
	function reject(collection, predicate) {
		return (isArray(collection) ? arrayFilter : baseFilter)(collection, negate(baseIteratee(predicate, 3)));
	}
	module.exports = reject;
}));
var require_tail = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseSlice = require__baseSlice();
	/**
	* Gets all but the first element of `array`.
	*
	* @static
	* @memberOf _
	* @since 4.0.0
	* @category Array
	* @param {Array} array The array to query.
	* @returns {Array} Returns the slice of `array`.
	* @example
	*
	* _.tail([1, 2, 3]);
	* // => [2, 3]
	*/
	function tail(array) {
		var length = array == null ? 0 : array.length;
		return length ? baseSlice(array, 1, length) : [];
	}
	module.exports = tail;
}));
var require__iteratorToArray = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Converts `iterator` to an array.
	*
	* @private
	* @param {Object} iterator The iterator to convert.
	* @returns {Array} Returns the converted array.
	*/
	function iteratorToArray(iterator) {
		var data, result = [];
		while (!(data = iterator.next()).done) result.push(data.value);
		return result;
	}
	module.exports = iteratorToArray;
}));
var require__asciiToArray = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Converts an ASCII `string` to an array.
	*
	* @private
	* @param {string} string The string to convert.
	* @returns {Array} Returns the converted array.
	*/
	function asciiToArray(string) {
		return string.split("");
	}
	module.exports = asciiToArray;
}));
var require__hasUnicode = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** Used to detect strings with [zero-width joiners or code points from the astral planes](http://eev.ee/blog/2015/09/12/dark-corners-of-unicode/). */
	var reHasUnicode = RegExp("[\\u200d\\ud800-\\udfff\\u0300-\\u036f\\ufe20-\\ufe2f\\u20d0-\\u20ff\\ufe0e\\ufe0f]");
	/**
	* Checks if `string` contains Unicode symbols.
	*
	* @private
	* @param {string} string The string to inspect.
	* @returns {boolean} Returns `true` if a symbol is found, else `false`.
	*/
	function hasUnicode(string) {
		return reHasUnicode.test(string);
	}
	module.exports = hasUnicode;
}));
var require__unicodeToArray = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** Used to compose unicode character classes. */
	var rsAstralRange = "\\ud800-\\udfff";
	var rsComboRange = "\\u0300-\\u036f\\ufe20-\\ufe2f\\u20d0-\\u20ff";
	var rsVarRange = "\\ufe0e\\ufe0f";
	/** Used to compose unicode capture groups. */
	var rsAstral = "[" + rsAstralRange + "]";
	var rsCombo = "[" + rsComboRange + "]";
	var rsFitz = "\\ud83c[\\udffb-\\udfff]";
	var rsModifier = "(?:" + rsCombo + "|" + rsFitz + ")";
	var rsNonAstral = "[^" + rsAstralRange + "]";
	var rsRegional = "(?:\\ud83c[\\udde6-\\uddff]){2}";
	var rsSurrPair = "[\\ud800-\\udbff][\\udc00-\\udfff]";
	var rsZWJ = "\\u200d";
	/** Used to compose unicode regexes. */
	var reOptMod = rsModifier + "?";
	var rsOptVar = "[" + rsVarRange + "]?";
	var rsOptJoin = "(?:" + rsZWJ + "(?:" + [
		rsNonAstral,
		rsRegional,
		rsSurrPair
	].join("|") + ")" + rsOptVar + reOptMod + ")*";
	var rsSeq = rsOptVar + reOptMod + rsOptJoin;
	var rsSymbol = "(?:" + [
		rsNonAstral + rsCombo + "?",
		rsCombo,
		rsRegional,
		rsSurrPair,
		rsAstral
	].join("|") + ")";
	/** Used to match [string symbols](https://mathiasbynens.be/notes/javascript-unicode). */
	var reUnicode = RegExp(rsFitz + "(?=" + rsFitz + ")|" + rsSymbol + rsSeq, "g");
	/**
	* Converts a Unicode `string` to an array.
	*
	* @private
	* @param {string} string The string to convert.
	* @returns {Array} Returns the converted array.
	*/
	function unicodeToArray(string) {
		return string.match(reUnicode) || [];
	}
	module.exports = unicodeToArray;
}));
var require__stringToArray = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var asciiToArray = require__asciiToArray();
	var hasUnicode = require__hasUnicode();
	var unicodeToArray = require__unicodeToArray();
	/**
	* Converts `string` to an array.
	*
	* @private
	* @param {string} string The string to convert.
	* @returns {Array} Returns the converted array.
	*/
	function stringToArray(string) {
		return hasUnicode(string) ? unicodeToArray(string) : asciiToArray(string);
	}
	module.exports = stringToArray;
}));
var require_toArray = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var Symbol = require__Symbol();
	var copyArray = require__copyArray();
	var getTag = require__getTag();
	var isArrayLike = require_isArrayLike();
	var isString = require_isString();
	var iteratorToArray = require__iteratorToArray();
	var mapToArray = require__mapToArray();
	var setToArray = require__setToArray();
	var stringToArray = require__stringToArray();
	var values = require_values();
	/** `Object#toString` result references. */
	var mapTag = "[object Map]";
	var setTag = "[object Set]";
	/** Built-in value references. */
	var symIterator = Symbol ? Symbol.iterator : void 0;
	/**
	* Converts `value` to an array.
	*
	* @static
	* @since 0.1.0
	* @memberOf _
	* @category Lang
	* @param {*} value The value to convert.
	* @returns {Array} Returns the converted array.
	* @example
	*
	* _.toArray({ 'a': 1, 'b': 2 });
	* // => [1, 2]
	*
	* _.toArray('abc');
	* // => ['a', 'b', 'c']
	*
	* _.toArray(1);
	* // => []
	*
	* _.toArray(null);
	* // => []
	*/
	function toArray(value) {
		if (!value) return [];
		if (isArrayLike(value)) return isString(value) ? stringToArray(value) : copyArray(value);
		if (symIterator && value[symIterator]) return iteratorToArray(value[symIterator]());
		var tag = getTag(value);
		return (tag == mapTag ? mapToArray : tag == setTag ? setToArray : values)(value);
	}
	module.exports = toArray;
}));
var require_constants$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const CLIENT_ALIASES = Object.freeze({
		pg: "postgres",
		postgresql: "postgres",
		sqlite: "sqlite3"
	});
	const SUPPORTED_CLIENTS = Object.freeze([
		"mariadb",
		"mssql",
		"mysql",
		"mysql2",
		"oracledb",
		"postgres",
		"pgnative",
		"redshift",
		"sqlite3",
		"cockroachdb",
		"better-sqlite3"
	].concat(Object.keys(CLIENT_ALIASES)));
	const DRIVER_NAMES = Object.freeze({
		MariaDB: "mariadb",
		MsSQL: "mssql",
		MySQL: "mysql",
		MySQL2: "mysql2",
		Oracle: "oracledb",
		PostgreSQL: "pg",
		PgNative: "pgnative",
		Redshift: "pg-redshift",
		SQLite: "sqlite3",
		CockroachDB: "cockroachdb",
		BetterSQLite3: "better-sqlite3"
	});
	module.exports = {
		CLIENT_ALIASES,
		SUPPORTED_CLIENTS,
		POOL_CONFIG_OPTIONS: Object.freeze([
			"maxWaitingClients",
			"testOnBorrow",
			"fifo",
			"priorityRange",
			"autostart",
			"evictionRunIntervalMillis",
			"numTestsPerRun",
			"softIdleTimeoutMillis",
			"Promise"
		]),
		COMMA_NO_PAREN_REGEX: /,[\s](?![^(]*\))/g,
		DRIVER_NAMES
	};
}));
var require_helpers$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const isPlainObject = require_isPlainObject();
	const isTypedArray = require_isTypedArray();
	const { CLIENT_ALIASES } = require_constants$1();
	const { isFunction } = require_is();
	function normalizeArr(...args) {
		if (Array.isArray(args[0])) return args[0];
		return args;
	}
	function containsUndefined(mixed) {
		let argContainsUndefined = false;
		if (isTypedArray(mixed)) return false;
		if (mixed && isFunction(mixed.toSQL)) return argContainsUndefined;
		if (Array.isArray(mixed)) for (let i = 0; i < mixed.length; i++) {
			if (argContainsUndefined) break;
			argContainsUndefined = containsUndefined(mixed[i]);
		}
		else if (isPlainObject(mixed)) Object.keys(mixed).forEach((key) => {
			if (!argContainsUndefined) argContainsUndefined = containsUndefined(mixed[key]);
		});
		else argContainsUndefined = mixed === void 0;
		return argContainsUndefined;
	}
	function getUndefinedIndices(mixed) {
		const indices = [];
		if (Array.isArray(mixed)) mixed.forEach((item, index) => {
			if (containsUndefined(item)) indices.push(index);
		});
		else if (isPlainObject(mixed)) Object.keys(mixed).forEach((key) => {
			if (containsUndefined(mixed[key])) indices.push(key);
		});
		else indices.push(0);
		return indices;
	}
	function addQueryContext(Target) {
		Target.prototype.queryContext = function(context) {
			if (context === void 0) return this._queryContext;
			this._queryContext = context;
			return this;
		};
	}
	function resolveClientNameWithAliases(clientName) {
		return CLIENT_ALIASES[clientName] || clientName;
	}
	function toNumber(val, fallback) {
		if (val === void 0 || val === null) return fallback;
		const number = parseInt(val, 10);
		return isNaN(number) ? fallback : number;
	}
	module.exports = {
		addQueryContext,
		containsUndefined,
		getUndefinedIndices,
		normalizeArr,
		resolveClientNameWithAliases,
		toNumber
	};
}));
var require_joinclause = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const assert = __require("assert");
	function getClauseFromArguments(compilerType, bool, first, operator, second) {
		if (typeof first === "function") return {
			type: "onWrapped",
			value: first,
			bool
		};
		switch (arguments.length) {
			case 3: return {
				type: "onRaw",
				value: first,
				bool
			};
			case 4: return {
				type: compilerType,
				column: first,
				operator: "=",
				value: operator,
				bool
			};
			default: return {
				type: compilerType,
				column: first,
				operator,
				value: second,
				bool
			};
		}
	}
	var JoinClause = class {
		constructor(table, type, schema) {
			this.schema = schema;
			this.table = table;
			this.joinType = type;
			this.and = this;
			this.clauses = [];
		}
		get or() {
			return this._bool("or");
		}
		on(first) {
			if (typeof first === "object" && typeof first.toSQL !== "function") {
				const keys = Object.keys(first);
				let i = -1;
				const method = this._bool() === "or" ? "orOn" : "on";
				while (++i < keys.length) this[method](keys[i], first[keys[i]]);
				return this;
			}
			const data = getClauseFromArguments("onBasic", this._bool(), ...arguments);
			if (data) this.clauses.push(data);
			return this;
		}
		orOn(first, operator, second) {
			return this._bool("or").on.apply(this, arguments);
		}
		onJsonPathEquals(columnFirst, jsonPathFirst, columnSecond, jsonPathSecond) {
			this.clauses.push({
				type: "onJsonPathEquals",
				columnFirst,
				jsonPathFirst,
				columnSecond,
				jsonPathSecond,
				bool: this._bool(),
				not: this._not()
			});
			return this;
		}
		orOnJsonPathEquals(columnFirst, jsonPathFirst, columnSecond, jsonPathSecond) {
			return this._bool("or").onJsonPathEquals.apply(this, arguments);
		}
		using(column) {
			return this.clauses.push({
				type: "onUsing",
				column,
				bool: this._bool()
			});
		}
		onVal(first) {
			if (typeof first === "object" && typeof first.toSQL !== "function") {
				const keys = Object.keys(first);
				let i = -1;
				const method = this._bool() === "or" ? "orOnVal" : "onVal";
				while (++i < keys.length) this[method](keys[i], first[keys[i]]);
				return this;
			}
			const data = getClauseFromArguments("onVal", this._bool(), ...arguments);
			if (data) this.clauses.push(data);
			return this;
		}
		andOnVal() {
			return this.onVal(...arguments);
		}
		orOnVal() {
			return this._bool("or").onVal(...arguments);
		}
		onBetween(column, values) {
			assert(Array.isArray(values), "The second argument to onBetween must be an array.");
			assert(values.length === 2, "You must specify 2 values for the onBetween clause");
			this.clauses.push({
				type: "onBetween",
				column,
				value: values,
				bool: this._bool(),
				not: this._not()
			});
			return this;
		}
		onNotBetween(column, values) {
			return this._not(true).onBetween(column, values);
		}
		orOnBetween(column, values) {
			return this._bool("or").onBetween(column, values);
		}
		orOnNotBetween(column, values) {
			return this._bool("or")._not(true).onBetween(column, values);
		}
		onIn(column, values) {
			if (Array.isArray(values) && values.length === 0) return this.on(1, "=", 0);
			this.clauses.push({
				type: "onIn",
				column,
				value: values,
				not: this._not(),
				bool: this._bool()
			});
			return this;
		}
		onNotIn(column, values) {
			return this._not(true).onIn(column, values);
		}
		orOnIn(column, values) {
			return this._bool("or").onIn(column, values);
		}
		orOnNotIn(column, values) {
			return this._bool("or")._not(true).onIn(column, values);
		}
		onNull(column) {
			this.clauses.push({
				type: "onNull",
				column,
				not: this._not(),
				bool: this._bool()
			});
			return this;
		}
		orOnNull(callback) {
			return this._bool("or").onNull(callback);
		}
		onNotNull(callback) {
			return this._not(true).onNull(callback);
		}
		orOnNotNull(callback) {
			return this._not(true)._bool("or").onNull(callback);
		}
		onExists(callback) {
			this.clauses.push({
				type: "onExists",
				value: callback,
				not: this._not(),
				bool: this._bool()
			});
			return this;
		}
		orOnExists(callback) {
			return this._bool("or").onExists(callback);
		}
		onNotExists(callback) {
			return this._not(true).onExists(callback);
		}
		orOnNotExists(callback) {
			return this._not(true)._bool("or").onExists(callback);
		}
		type(type) {
			this.joinType = type;
			return this;
		}
		_bool(bool) {
			if (arguments.length === 1) {
				this._boolFlag = bool;
				return this;
			}
			const ret = this._boolFlag || "and";
			this._boolFlag = "and";
			return ret;
		}
		_not(val) {
			if (arguments.length === 1) {
				this._notFlag = val;
				return this;
			}
			const ret = this._notFlag;
			this._notFlag = false;
			return ret;
		}
	};
	Object.assign(JoinClause.prototype, { grouping: "join" });
	JoinClause.prototype.andOn = JoinClause.prototype.on;
	JoinClause.prototype.andOnIn = JoinClause.prototype.onIn;
	JoinClause.prototype.andOnNotIn = JoinClause.prototype.onNotIn;
	JoinClause.prototype.andOnNull = JoinClause.prototype.onNull;
	JoinClause.prototype.andOnNotNull = JoinClause.prototype.onNotNull;
	JoinClause.prototype.andOnExists = JoinClause.prototype.onExists;
	JoinClause.prototype.andOnNotExists = JoinClause.prototype.onNotExists;
	JoinClause.prototype.andOnBetween = JoinClause.prototype.onBetween;
	JoinClause.prototype.andOnNotBetween = JoinClause.prototype.onNotBetween;
	JoinClause.prototype.andOnJsonPathEquals = JoinClause.prototype.onJsonPathEquals;
	module.exports = JoinClause;
}));
var require_analytic = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const assert = __require("assert");
	var Analytic = class {
		constructor(method, schema, alias, orderBy, partitions) {
			this.schema = schema;
			this.type = "analytic";
			this.method = method;
			this.order = orderBy || [];
			this.partitions = partitions || [];
			this.alias = alias;
			this.and = this;
			this.grouping = "columns";
		}
		partitionBy(column, direction) {
			assert(Array.isArray(column) || typeof column === "string", `The argument to an analytic partitionBy function must be either a string
            or an array of string.`);
			if (Array.isArray(column)) this.partitions = this.partitions.concat(column);
			else this.partitions.push({
				column,
				order: direction
			});
			return this;
		}
		orderBy(column, direction) {
			assert(Array.isArray(column) || typeof column === "string", `The argument to an analytic orderBy function must be either a string
            or an array of string.`);
			if (Array.isArray(column)) this.order = this.order.concat(column);
			else this.order.push({
				column,
				order: direction
			});
			return this;
		}
	};
	module.exports = Analytic;
}));
var require_save_async_stack = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = function saveAsyncStack(instance, lines) {
		if (instance.client.config.asyncStackTraces) instance._asyncStack = {
			error: /* @__PURE__ */ new Error(),
			lines
		};
	};
}));
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* internal constants, do not use in application code
	*/
	module.exports = {
		lockMode: {
			forShare: "forShare",
			forUpdate: "forUpdate",
			forNoKeyUpdate: "forNoKeyUpdate",
			forKeyShare: "forKeyShare"
		},
		waitMode: {
			skipLocked: "skipLocked",
			noWait: "noWait"
		}
	};
}));
var require_builder_interface_augmenter = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const clone = require_clone();
	const isEmpty = require_isEmpty();
	const { callbackify } = __require("util");
	const finallyMixin = require_finally_mixin();
	const { formatQuery } = require_query_executioner();
	function augmentWithBuilderInterface(Target) {
		Target.prototype.toQuery = function(tz) {
			let data = this.toSQL(this._method, tz);
			if (!Array.isArray(data)) data = [data];
			if (!data.length) return "";
			return data.map((statement) => {
				return formatQuery(statement.sql, statement.bindings, tz, this.client);
			}).reduce((a, c) => a.concat(a.endsWith(";") ? "\n" : ";\n", c));
		};
		Target.prototype.then = function() {
			let result = this.client.runner(this).run();
			if (this.client.config.asyncStackTraces) result = result.catch((err) => {
				err.originalStack = err.stack;
				const firstLine = err.stack.split("\n")[0];
				const { error, lines } = this._asyncStack;
				const asyncStack = error.stack.split("\n").slice(lines);
				asyncStack.unshift(firstLine);
				err.stack = asyncStack.join("\n");
				throw err;
			});
			return result.then.apply(result, arguments);
		};
		Target.prototype.options = function(opts) {
			this._options = this._options || [];
			this._options.push(clone(opts) || {});
			return this;
		};
		Target.prototype.connection = function(connection) {
			this._connection = connection;
			this.client.processPassedConnection(connection);
			return this;
		};
		Target.prototype.debug = function(enabled) {
			this._debug = arguments.length ? enabled : true;
			return this;
		};
		Target.prototype.transacting = function(transaction) {
			if (transaction && transaction.client) {
				if (!transaction.client.transacting) transaction.client.logger.warn(`Invalid transaction value: ${transaction.client}`);
				else this.client = transaction.client;
			}
			if (isEmpty(transaction)) {
				this.client.logger.error("Invalid value on transacting call, potential bug");
				throw Error("Invalid transacting value (null, undefined or empty object)");
			}
			return this;
		};
		Target.prototype.stream = function(options) {
			return this.client.runner(this).stream(options);
		};
		Target.prototype.pipe = function(writable, options) {
			return this.client.runner(this).pipe(writable, options);
		};
		Target.prototype.asCallback = function(cb) {
			const promise = this.then();
			callbackify(() => promise)(cb);
			return promise;
		};
		Target.prototype.catch = function(onReject) {
			return this.then().catch(onReject);
		};
		Object.defineProperty(Target.prototype, Symbol.toStringTag, { get: () => "object" });
		finallyMixin(Target.prototype);
	}
	module.exports = { augmentWithBuilderInterface };
}));
var require_querybuilder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const assert = __require("assert");
	const { EventEmitter } = __require("events");
	const assign = require_assign();
	const clone = require_clone();
	const each = require_each();
	const isEmpty = require_isEmpty();
	const isPlainObject = require_isPlainObject();
	const last = require_last();
	const reject = require_reject();
	const tail = require_tail();
	const toArray = require_toArray();
	const { addQueryContext, normalizeArr } = require_helpers$1();
	const JoinClause = require_joinclause();
	const Analytic = require_analytic();
	const saveAsyncStack = require_save_async_stack();
	const { isBoolean, isNumber, isObject, isString, isFunction } = require_is();
	const { lockMode, waitMode } = require_constants();
	const { augmentWithBuilderInterface } = require_builder_interface_augmenter();
	const SELECT_COMMANDS = /* @__PURE__ */ new Set([
		"pluck",
		"first",
		"select"
	]);
	const CLEARABLE_STATEMENTS = /* @__PURE__ */ new Set([
		"with",
		"select",
		"columns",
		"hintComments",
		"where",
		"union",
		"join",
		"group",
		"order",
		"having",
		"limit",
		"offset",
		"counter",
		"counters"
	]);
	const LOCK_MODES = /* @__PURE__ */ new Set([
		lockMode.forShare,
		lockMode.forUpdate,
		lockMode.forNoKeyUpdate,
		lockMode.forKeyShare
	]);
	var Builder = class Builder extends EventEmitter {
		constructor(client) {
			super();
			this.client = client;
			this.and = this;
			this._single = {};
			this._comments = [];
			this._statements = [];
			this._method = "select";
			if (client.config) {
				saveAsyncStack(this, 5);
				this._debug = client.config.debug;
			}
			this._joinFlag = "inner";
			this._boolFlag = "and";
			this._notFlag = false;
			this._asColumnFlag = false;
		}
		toString() {
			return this.toQuery();
		}
		toSQL(method, tz) {
			return this.client.queryCompiler(this).toSQL(method || this._method, tz);
		}
		clone() {
			const cloned = new this.constructor(this.client);
			cloned._method = this._method;
			cloned._single = clone(this._single);
			cloned._comments = clone(this._comments);
			cloned._statements = clone(this._statements);
			cloned._debug = this._debug;
			if (this._options !== void 0) cloned._options = clone(this._options);
			if (this._queryContext !== void 0) cloned._queryContext = clone(this._queryContext);
			if (this._connection !== void 0) cloned._connection = this._connection;
			return cloned;
		}
		timeout(ms, { cancel } = {}) {
			if (isNumber(ms) && ms > 0) {
				this._timeout = ms;
				if (cancel) {
					this.client.assertCanCancelQuery();
					this._cancelOnTimeout = true;
				}
			}
			return this;
		}
		isValidStatementArg(statement) {
			return typeof statement === "function" || statement instanceof Builder || statement && statement.isRawInstance;
		}
		_validateWithArgs(alias, statementOrColumnList, nothingOrStatement, method) {
			const [query, columnList] = typeof nothingOrStatement === "undefined" ? [statementOrColumnList, void 0] : [nothingOrStatement, statementOrColumnList];
			if (typeof alias !== "string") throw new Error(`${method}() first argument must be a string`);
			if (this.isValidStatementArg(query) && typeof columnList === "undefined") return;
			if (!(Array.isArray(columnList) && columnList.length > 0 && columnList.every((it) => typeof it === "string"))) throw new Error(`${method}() second argument must be a statement or non-empty column name list.`);
			if (this.isValidStatementArg(query)) return;
			throw new Error(`${method}() third argument must be a function / QueryBuilder or a raw when its second argument is a column name list`);
		}
		with(alias, statementOrColumnList, nothingOrStatement) {
			this._validateWithArgs(alias, statementOrColumnList, nothingOrStatement, "with");
			return this.withWrapped(alias, statementOrColumnList, nothingOrStatement);
		}
		withMaterialized(alias, statementOrColumnList, nothingOrStatement) {
			throw new Error("With materialized is not supported by this dialect");
		}
		withNotMaterialized(alias, statementOrColumnList, nothingOrStatement) {
			throw new Error("With materialized is not supported by this dialect");
		}
		withWrapped(alias, statementOrColumnList, nothingOrStatement, materialized) {
			const [query, columnList] = typeof nothingOrStatement === "undefined" ? [statementOrColumnList, void 0] : [nothingOrStatement, statementOrColumnList];
			const statement = {
				grouping: "with",
				type: "withWrapped",
				alias,
				columnList,
				value: query
			};
			if (materialized !== void 0) statement.materialized = materialized;
			this._statements.push(statement);
			return this;
		}
		withRecursive(alias, statementOrColumnList, nothingOrStatement) {
			this._validateWithArgs(alias, statementOrColumnList, nothingOrStatement, "withRecursive");
			return this.withRecursiveWrapped(alias, statementOrColumnList, nothingOrStatement);
		}
		withRecursiveWrapped(alias, statementOrColumnList, nothingOrStatement) {
			this.withWrapped(alias, statementOrColumnList, nothingOrStatement);
			this._statements[this._statements.length - 1].recursive = true;
			return this;
		}
		columns(column) {
			if (!column && column !== 0) return this;
			this._statements.push({
				grouping: "columns",
				value: normalizeArr(...arguments)
			});
			return this;
		}
		comment(txt) {
			if (!isString(txt)) throw new Error("Comment must be a string");
			const forbiddenChars = [
				"/*",
				"*/",
				"?"
			];
			if (forbiddenChars.some((chars) => txt.includes(chars))) throw new Error(`Cannot include ${forbiddenChars.join(", ")} in comment`);
			this._comments.push({ comment: txt });
			return this;
		}
		as(column) {
			this._single.as = column;
			return this;
		}
		hintComment(hints) {
			hints = Array.isArray(hints) ? hints : [hints];
			if (hints.some((hint) => !isString(hint))) throw new Error("Hint comment must be a string");
			if (hints.some((hint) => hint.includes("/*") || hint.includes("*/"))) throw new Error("Hint comment cannot include \"/*\" or \"*/\"");
			if (hints.some((hint) => hint.includes("?"))) throw new Error("Hint comment cannot include \"?\"");
			this._statements.push({
				grouping: "hintComments",
				value: hints
			});
			return this;
		}
		withSchema(schemaName) {
			this._single.schema = schemaName;
			return this;
		}
		table(tableName, options = {}) {
			this._single.table = tableName;
			this._single.only = options.only === true;
			return this;
		}
		distinct(...args) {
			this._statements.push({
				grouping: "columns",
				value: normalizeArr(...args),
				distinct: true
			});
			return this;
		}
		distinctOn(...args) {
			if (isEmpty(args)) throw new Error("distinctOn requires at least on argument");
			this._statements.push({
				grouping: "columns",
				value: normalizeArr(...args),
				distinctOn: true
			});
			return this;
		}
		join(table, first, ...args) {
			let join;
			const schema = table instanceof Builder || typeof table === "function" ? void 0 : this._single.schema;
			const joinType = this._joinType();
			if (typeof first === "function") {
				join = new JoinClause(table, joinType, schema);
				first.call(join, join);
			} else if (joinType === "raw") join = new JoinClause(this.client.raw(table, first), "raw");
			else {
				join = new JoinClause(table, joinType, schema);
				if (first) join.on(first, ...args);
			}
			this._statements.push(join);
			return this;
		}
		using(tables) {
			throw new Error("'using' function is only available in PostgreSQL dialect with Delete statements.");
		}
		innerJoin(...args) {
			return this._joinType("inner").join(...args);
		}
		leftJoin(...args) {
			return this._joinType("left").join(...args);
		}
		leftOuterJoin(...args) {
			return this._joinType("left outer").join(...args);
		}
		rightJoin(...args) {
			return this._joinType("right").join(...args);
		}
		rightOuterJoin(...args) {
			return this._joinType("right outer").join(...args);
		}
		outerJoin(...args) {
			return this._joinType("outer").join(...args);
		}
		fullOuterJoin(...args) {
			return this._joinType("full outer").join(...args);
		}
		crossJoin(...args) {
			return this._joinType("cross").join(...args);
		}
		joinRaw(...args) {
			return this._joinType("raw").join(...args);
		}
		get or() {
			return this._bool("or");
		}
		get not() {
			return this._not(true);
		}
		where(column, operator, value) {
			const argsLength = arguments.length;
			if (column === false || column === true) return this.where(1, "=", column ? 1 : 0);
			if (typeof column === "function") return this.whereWrapped(column);
			if (isObject(column) && !column.isRawInstance) return this._objectWhere(column);
			if (column && column.isRawInstance && argsLength === 1) return this.whereRaw(column);
			if (argsLength === 2) {
				value = operator;
				operator = "=";
				if (value === null) return this.whereNull(column);
			}
			const checkOperator = `${operator}`.toLowerCase().trim();
			if (argsLength === 3) {
				if (checkOperator === "in" || checkOperator === "not in") return this._not(checkOperator === "not in").whereIn(column, value);
				if (checkOperator === "between" || checkOperator === "not between") return this._not(checkOperator === "not between").whereBetween(column, value);
			}
			if (value === null) {
				if (checkOperator === "is" || checkOperator === "is not") return this._not(checkOperator === "is not").whereNull(column);
			}
			this._statements.push({
				grouping: "where",
				type: "whereBasic",
				column,
				operator,
				value,
				not: this._not(),
				bool: this._bool(),
				asColumn: this._asColumnFlag
			});
			return this;
		}
		whereColumn(...args) {
			this._asColumnFlag = true;
			this.where(...args);
			this._asColumnFlag = false;
			return this;
		}
		orWhere(column, ...args) {
			this._bool("or");
			const obj = column;
			if (isObject(obj) && !obj.isRawInstance) return this.whereWrapped(function() {
				for (const key in obj) this.andWhere(key, obj[key]);
			});
			return this.where(column, ...args);
		}
		orWhereColumn(column, ...args) {
			this._bool("or");
			const obj = column;
			if (isObject(obj) && !obj.isRawInstance) return this.whereWrapped(function() {
				for (const key in obj) this.andWhereColumn(key, "=", obj[key]);
			});
			return this.whereColumn(column, ...args);
		}
		whereNot(column, ...args) {
			if (args.length >= 2) {
				if (args[0] === "in" || args[0] === "between") this.client.logger.warn("whereNot is not suitable for \"in\" and \"between\" type subqueries. You should use \"not in\" and \"not between\" instead.");
			}
			return this._not(true).where(column, ...args);
		}
		whereNotColumn(...args) {
			return this._not(true).whereColumn(...args);
		}
		orWhereNot(...args) {
			return this._bool("or").whereNot(...args);
		}
		orWhereNotColumn(...args) {
			return this._bool("or").whereNotColumn(...args);
		}
		_objectWhere(obj) {
			const boolVal = this._bool();
			const notVal = this._not() ? "Not" : "";
			for (const key in obj) this[boolVal + "Where" + notVal](key, obj[key]);
			return this;
		}
		whereRaw(sql, bindings) {
			const raw = sql.isRawInstance ? sql : this.client.raw(sql, bindings);
			this._statements.push({
				grouping: "where",
				type: "whereRaw",
				value: raw,
				not: this._not(),
				bool: this._bool()
			});
			return this;
		}
		orWhereRaw(sql, bindings) {
			return this._bool("or").whereRaw(sql, bindings);
		}
		whereWrapped(callback) {
			this._statements.push({
				grouping: "where",
				type: "whereWrapped",
				value: callback,
				not: this._not(),
				bool: this._bool()
			});
			return this;
		}
		whereExists(callback) {
			this._statements.push({
				grouping: "where",
				type: "whereExists",
				value: callback,
				not: this._not(),
				bool: this._bool()
			});
			return this;
		}
		orWhereExists(callback) {
			return this._bool("or").whereExists(callback);
		}
		whereNotExists(callback) {
			return this._not(true).whereExists(callback);
		}
		orWhereNotExists(callback) {
			return this._bool("or").whereNotExists(callback);
		}
		whereIn(column, values) {
			if (Array.isArray(values) && isEmpty(values)) return this.where(this._not());
			this._statements.push({
				grouping: "where",
				type: "whereIn",
				column,
				value: values,
				not: this._not(),
				bool: this._bool()
			});
			return this;
		}
		orWhereIn(column, values) {
			return this._bool("or").whereIn(column, values);
		}
		whereNotIn(column, values) {
			return this._not(true).whereIn(column, values);
		}
		orWhereNotIn(column, values) {
			return this._bool("or")._not(true).whereIn(column, values);
		}
		whereNull(column) {
			this._statements.push({
				grouping: "where",
				type: "whereNull",
				column,
				not: this._not(),
				bool: this._bool()
			});
			return this;
		}
		orWhereNull(column) {
			return this._bool("or").whereNull(column);
		}
		whereNotNull(column) {
			return this._not(true).whereNull(column);
		}
		orWhereNotNull(column) {
			return this._bool("or").whereNotNull(column);
		}
		whereBetween(column, values) {
			assert(Array.isArray(values), "The second argument to whereBetween must be an array.");
			assert(values.length === 2, "You must specify 2 values for the whereBetween clause");
			this._statements.push({
				grouping: "where",
				type: "whereBetween",
				column,
				value: values,
				not: this._not(),
				bool: this._bool()
			});
			return this;
		}
		whereNotBetween(column, values) {
			return this._not(true).whereBetween(column, values);
		}
		orWhereBetween(column, values) {
			return this._bool("or").whereBetween(column, values);
		}
		orWhereNotBetween(column, values) {
			return this._bool("or").whereNotBetween(column, values);
		}
		_whereLike(type, column, value) {
			this._statements.push({
				grouping: "where",
				type,
				column,
				value,
				not: this._not(),
				bool: this._bool(),
				asColumn: this._asColumnFlag
			});
			return this;
		}
		whereLike(column, value) {
			return this._whereLike("whereLike", column, value);
		}
		orWhereLike(column, value) {
			return this._bool("or")._whereLike("whereLike", column, value);
		}
		whereILike(column, value) {
			return this._whereLike("whereILike", column, value);
		}
		orWhereILike(column, value) {
			return this._bool("or")._whereLike("whereILike", column, value);
		}
		groupBy(item) {
			if (item && item.isRawInstance) return this.groupByRaw.apply(this, arguments);
			this._statements.push({
				grouping: "group",
				type: "groupByBasic",
				value: normalizeArr(...arguments)
			});
			return this;
		}
		groupByRaw(sql, bindings) {
			const raw = sql.isRawInstance ? sql : this.client.raw(sql, bindings);
			this._statements.push({
				grouping: "group",
				type: "groupByRaw",
				value: raw
			});
			return this;
		}
		orderBy(column, direction, nulls = "") {
			if (Array.isArray(column)) return this._orderByArray(column);
			this._statements.push({
				grouping: "order",
				type: "orderByBasic",
				value: column,
				direction,
				nulls
			});
			return this;
		}
		_orderByArray(columnDefs) {
			for (let i = 0; i < columnDefs.length; i++) {
				const columnInfo = columnDefs[i];
				if (isObject(columnInfo)) this._statements.push({
					grouping: "order",
					type: "orderByBasic",
					value: columnInfo["column"],
					direction: columnInfo["order"],
					nulls: columnInfo["nulls"]
				});
				else if (isString(columnInfo) || isNumber(columnInfo)) this._statements.push({
					grouping: "order",
					type: "orderByBasic",
					value: columnInfo
				});
			}
			return this;
		}
		orderByRaw(sql, bindings) {
			const raw = sql.isRawInstance ? sql : this.client.raw(sql, bindings);
			this._statements.push({
				grouping: "order",
				type: "orderByRaw",
				value: raw
			});
			return this;
		}
		_union(clause, args) {
			let callbacks = args[0];
			let wrap = args[1];
			if (args.length === 1 || args.length === 2 && isBoolean(wrap)) {
				if (!Array.isArray(callbacks)) callbacks = [callbacks];
				for (let i = 0, l = callbacks.length; i < l; i++) this._statements.push({
					grouping: "union",
					clause,
					value: callbacks[i],
					wrap: wrap || false
				});
			} else {
				callbacks = toArray(args).slice(0, args.length - 1);
				wrap = args[args.length - 1];
				if (!isBoolean(wrap)) {
					callbacks.push(wrap);
					wrap = false;
				}
				this._union(clause, [callbacks, wrap]);
			}
			return this;
		}
		union(...args) {
			return this._union("union", args);
		}
		unionAll(...args) {
			return this._union("union all", args);
		}
		intersect(...args) {
			return this._union("intersect", args);
		}
		except(...args) {
			return this._union("except", args);
		}
		having(column, operator, value) {
			if (column.isRawInstance && arguments.length === 1) return this.havingRaw(column);
			if (typeof column === "function") return this.havingWrapped(column);
			this._statements.push({
				grouping: "having",
				type: "havingBasic",
				column,
				operator,
				value,
				bool: this._bool(),
				not: this._not()
			});
			return this;
		}
		orHaving(column, ...args) {
			this._bool("or");
			const obj = column;
			if (isObject(obj) && !obj.isRawInstance) return this.havingWrapped(function() {
				for (const key in obj) this.andHaving(key, obj[key]);
			});
			return this.having(column, ...args);
		}
		havingWrapped(callback) {
			this._statements.push({
				grouping: "having",
				type: "havingWrapped",
				value: callback,
				bool: this._bool(),
				not: this._not()
			});
			return this;
		}
		havingNull(column) {
			this._statements.push({
				grouping: "having",
				type: "havingNull",
				column,
				not: this._not(),
				bool: this._bool()
			});
			return this;
		}
		orHavingNull(callback) {
			return this._bool("or").havingNull(callback);
		}
		havingNotNull(callback) {
			return this._not(true).havingNull(callback);
		}
		orHavingNotNull(callback) {
			return this._not(true)._bool("or").havingNull(callback);
		}
		havingExists(callback) {
			this._statements.push({
				grouping: "having",
				type: "havingExists",
				value: callback,
				not: this._not(),
				bool: this._bool()
			});
			return this;
		}
		orHavingExists(callback) {
			return this._bool("or").havingExists(callback);
		}
		havingNotExists(callback) {
			return this._not(true).havingExists(callback);
		}
		orHavingNotExists(callback) {
			return this._not(true)._bool("or").havingExists(callback);
		}
		havingBetween(column, values) {
			assert(Array.isArray(values), "The second argument to havingBetween must be an array.");
			assert(values.length === 2, "You must specify 2 values for the havingBetween clause");
			this._statements.push({
				grouping: "having",
				type: "havingBetween",
				column,
				value: values,
				not: this._not(),
				bool: this._bool()
			});
			return this;
		}
		orHavingBetween(column, values) {
			return this._bool("or").havingBetween(column, values);
		}
		havingNotBetween(column, values) {
			return this._not(true).havingBetween(column, values);
		}
		orHavingNotBetween(column, values) {
			return this._not(true)._bool("or").havingBetween(column, values);
		}
		havingIn(column, values) {
			if (Array.isArray(values) && isEmpty(values)) return this.where(this._not());
			this._statements.push({
				grouping: "having",
				type: "havingIn",
				column,
				value: values,
				not: this._not(),
				bool: this._bool()
			});
			return this;
		}
		orHavingIn(column, values) {
			return this._bool("or").havingIn(column, values);
		}
		havingNotIn(column, values) {
			return this._not(true).havingIn(column, values);
		}
		orHavingNotIn(column, values) {
			return this._bool("or")._not(true).havingIn(column, values);
		}
		havingRaw(sql, bindings) {
			const raw = sql.isRawInstance ? sql : this.client.raw(sql, bindings);
			this._statements.push({
				grouping: "having",
				type: "havingRaw",
				value: raw,
				bool: this._bool(),
				not: this._not()
			});
			return this;
		}
		orHavingRaw(sql, bindings) {
			return this._bool("or").havingRaw(sql, bindings);
		}
		_setSkipBinding(attribute, options) {
			let skipBinding = options;
			if (isObject(options)) skipBinding = options.skipBinding;
			this._single.skipBinding = this._single.skipBinding || {};
			this._single.skipBinding[attribute] = skipBinding;
		}
		offset(value, options) {
			if (value == null || value.isRawInstance || value instanceof Builder) this._single.offset = value;
			else {
				const val = parseInt(value, 10);
				if (isNaN(val)) this.client.logger.warn("A valid integer must be provided to offset");
				else if (val < 0) throw new Error(`A non-negative integer must be provided to offset.`);
				else this._single.offset = val;
			}
			this._setSkipBinding("offset", options);
			return this;
		}
		limit(value, options) {
			const val = parseInt(value, 10);
			if (isNaN(val)) this.client.logger.warn("A valid integer must be provided to limit");
			else {
				this._single.limit = val;
				this._setSkipBinding("limit", options);
			}
			return this;
		}
		count(column, options) {
			return this._aggregate("count", column || "*", options);
		}
		min(column, options) {
			return this._aggregate("min", column, options);
		}
		max(column, options) {
			return this._aggregate("max", column, options);
		}
		sum(column, options) {
			return this._aggregate("sum", column, options);
		}
		avg(column, options) {
			return this._aggregate("avg", column, options);
		}
		countDistinct(...columns) {
			let options;
			if (columns.length > 1 && isPlainObject(last(columns))) [options] = columns.splice(columns.length - 1, 1);
			if (!columns.length) columns = "*";
			else if (columns.length === 1) columns = columns[0];
			return this._aggregate("count", columns, {
				...options,
				distinct: true
			});
		}
		sumDistinct(column, options) {
			return this._aggregate("sum", column, {
				...options,
				distinct: true
			});
		}
		avgDistinct(column, options) {
			return this._aggregate("avg", column, {
				...options,
				distinct: true
			});
		}
		increment(column, amount = 1) {
			if (isObject(column)) {
				for (const key in column) this._counter(key, column[key]);
				return this;
			}
			return this._counter(column, amount);
		}
		decrement(column, amount = 1) {
			if (isObject(column)) {
				for (const key in column) this._counter(key, -column[key]);
				return this;
			}
			return this._counter(column, -amount);
		}
		clearCounters() {
			this._single.counter = {};
			return this;
		}
		first(...args) {
			if (this._method && this._method !== "select") throw new Error(`Cannot chain .first() on "${this._method}" query`);
			this.select(normalizeArr(...args));
			this._method = "first";
			this.limit(1);
			return this;
		}
		connection(_connection) {
			this._connection = _connection;
			this.client.processPassedConnection(_connection);
			return this;
		}
		pluck(column) {
			if (this._method && this._method !== "select") throw new Error(`Cannot chain .pluck() on "${this._method}" query`);
			this._method = "pluck";
			this._single.pluck = column;
			this._statements.push({
				grouping: "columns",
				type: "pluck",
				value: column
			});
			return this;
		}
		clearSelect() {
			this._clearGrouping("columns");
			return this;
		}
		clearWhere() {
			this._clearGrouping("where");
			return this;
		}
		clearGroup() {
			this._clearGrouping("group");
			return this;
		}
		clearOrder() {
			this._clearGrouping("order");
			return this;
		}
		clearHaving() {
			this._clearGrouping("having");
			return this;
		}
		clear(statement) {
			if (!CLEARABLE_STATEMENTS.has(statement)) throw new Error(`Knex Error: unknown statement '${statement}'`);
			if (statement.startsWith("counter")) return this.clearCounters();
			if (statement === "select") statement = "columns";
			this._clearGrouping(statement);
			return this;
		}
		insert(values, returning, options) {
			this._method = "insert";
			if (!isEmpty(returning)) this.returning(returning, options);
			this._single.insert = values;
			return this;
		}
		update(values, returning, options) {
			let ret;
			const obj = this._single.update || {};
			this._method = "update";
			if (isString(values)) {
				if (isPlainObject(returning)) obj[values] = JSON.stringify(returning);
				else obj[values] = returning;
				if (arguments.length > 2) ret = arguments[2];
			} else {
				const keys = Object.keys(values);
				if (this._single.update) this.client.logger.warn("Update called multiple times with objects.");
				let i = -1;
				while (++i < keys.length) obj[keys[i]] = values[keys[i]];
				ret = arguments[1];
			}
			if (!isEmpty(ret)) this.returning(ret, options);
			this._single.update = obj;
			return this;
		}
		returning(returning, options) {
			this._single.returning = returning;
			this._single.options = options;
			return this;
		}
		onConflict(columns) {
			if (typeof columns === "string") columns = [columns];
			return new OnConflictBuilder(this, columns || true);
		}
		delete(ret, options) {
			this._method = "del";
			if (!isEmpty(ret)) this.returning(ret, options);
			return this;
		}
		truncate(tableName) {
			this._method = "truncate";
			if (tableName) this._single.table = tableName;
			return this;
		}
		columnInfo(column) {
			this._method = "columnInfo";
			this._single.columnInfo = column;
			return this;
		}
		forUpdate(...tables) {
			this._single.lock = lockMode.forUpdate;
			if (tables.length === 1 && Array.isArray(tables[0])) this._single.lockTables = tables[0];
			else this._single.lockTables = tables;
			return this;
		}
		forShare(...tables) {
			this._single.lock = lockMode.forShare;
			this._single.lockTables = tables;
			return this;
		}
		forNoKeyUpdate(...tables) {
			this._single.lock = lockMode.forNoKeyUpdate;
			this._single.lockTables = tables;
			return this;
		}
		forKeyShare(...tables) {
			this._single.lock = lockMode.forKeyShare;
			this._single.lockTables = tables;
			return this;
		}
		skipLocked() {
			if (!this._isSelectQuery()) throw new Error(`Cannot chain .skipLocked() on "${this._method}" query!`);
			if (!this._hasLockMode()) throw new Error(".skipLocked() can only be used after a call to .forShare() or .forUpdate()!");
			if (this._single.waitMode === waitMode.noWait) throw new Error(".skipLocked() cannot be used together with .noWait()!");
			this._single.waitMode = waitMode.skipLocked;
			return this;
		}
		noWait() {
			if (!this._isSelectQuery()) throw new Error(`Cannot chain .noWait() on "${this._method}" query!`);
			if (!this._hasLockMode()) throw new Error(".noWait() can only be used after a call to .forShare() or .forUpdate()!");
			if (this._single.waitMode === waitMode.skipLocked) throw new Error(".noWait() cannot be used together with .skipLocked()!");
			this._single.waitMode = waitMode.noWait;
			return this;
		}
		fromJS(obj) {
			each(obj, (val, key) => {
				if (typeof this[key] !== "function") this.client.logger.warn(`Knex Error: unknown key ${key}`);
				if (Array.isArray(val)) this[key].apply(this, val);
				else this[key](val);
			});
			return this;
		}
		fromRaw(sql, bindings) {
			const raw = sql.isRawInstance ? sql : this.client.raw(sql, bindings);
			return this.from(raw);
		}
		modify(callback) {
			callback.apply(this, [this].concat(tail(arguments)));
			return this;
		}
		upsert(values, returning, options) {
			throw new Error(`Upsert is not yet supported for dialect ${this.client.dialect}`);
		}
		_json(nameFunction, params) {
			this._statements.push({
				grouping: "columns",
				type: "json",
				method: nameFunction,
				params
			});
			return this;
		}
		jsonExtract() {
			const column = arguments[0];
			let path;
			let alias;
			let singleValue = true;
			if (arguments.length >= 2) path = arguments[1];
			if (arguments.length >= 3) alias = arguments[2];
			if (arguments.length === 4) singleValue = arguments[3];
			if (arguments.length === 2 && Array.isArray(arguments[0]) && isBoolean(arguments[1])) singleValue = arguments[1];
			return this._json("jsonExtract", {
				column,
				path,
				alias,
				singleValue
			});
		}
		jsonSet(column, path, value, alias) {
			return this._json("jsonSet", {
				column,
				path,
				value,
				alias
			});
		}
		jsonInsert(column, path, value, alias) {
			return this._json("jsonInsert", {
				column,
				path,
				value,
				alias
			});
		}
		jsonRemove(column, path, alias) {
			return this._json("jsonRemove", {
				column,
				path,
				alias
			});
		}
		_isJsonObject(jsonValue) {
			return isObject(jsonValue) && !(jsonValue instanceof Builder);
		}
		_whereJsonWrappedValue(type, column, value) {
			const whereJsonClause = {
				grouping: "where",
				type,
				column,
				value,
				not: this._not(),
				bool: this._bool(),
				asColumn: this._asColumnFlag
			};
			if (arguments[3]) whereJsonClause.operator = arguments[3];
			if (arguments[4]) whereJsonClause.jsonPath = arguments[4];
			this._statements.push(whereJsonClause);
		}
		whereJsonObject(column, value) {
			this._whereJsonWrappedValue("whereJsonObject", column, value);
			return this;
		}
		orWhereJsonObject(column, value) {
			return this._bool("or").whereJsonObject(column, value);
		}
		whereNotJsonObject(column, value) {
			return this._not(true).whereJsonObject(column, value);
		}
		orWhereNotJsonObject(column, value) {
			return this._bool("or").whereNotJsonObject(column, value);
		}
		whereJsonPath(column, path, operator, value) {
			this._whereJsonWrappedValue("whereJsonPath", column, value, operator, path);
			return this;
		}
		orWhereJsonPath(column, path, operator, value) {
			return this._bool("or").whereJsonPath(column, path, operator, value);
		}
		whereJsonSupersetOf(column, value) {
			this._whereJsonWrappedValue("whereJsonSupersetOf", column, value);
			return this;
		}
		whereJsonNotSupersetOf(column, value) {
			return this._not(true).whereJsonSupersetOf(column, value);
		}
		orWhereJsonSupersetOf(column, value) {
			return this._bool("or").whereJsonSupersetOf(column, value);
		}
		orWhereJsonNotSupersetOf(column, value) {
			return this._bool("or").whereJsonNotSupersetOf(column, value);
		}
		whereJsonSubsetOf(column, value) {
			this._whereJsonWrappedValue("whereJsonSubsetOf", column, value);
			return this;
		}
		whereJsonNotSubsetOf(column, value) {
			return this._not(true).whereJsonSubsetOf(column, value);
		}
		orWhereJsonSubsetOf(column, value) {
			return this._bool("or").whereJsonSubsetOf(column, value);
		}
		orWhereJsonNotSubsetOf(column, value) {
			return this._bool("or").whereJsonNotSubsetOf(column, value);
		}
		whereJsonHasNone(column, values) {
			this._not(true).whereJsonHasAll(column, values);
			return this;
		}
		_analytic(alias, second, third) {
			let analytic;
			const { schema } = this._single;
			const method = this._analyticMethod();
			alias = typeof alias === "string" ? alias : null;
			assert(typeof second === "function" || second.isRawInstance || Array.isArray(second) || typeof second === "string" || typeof second === "object", `The second argument to an analytic function must be either a function, a raw,
       an array of string or object, an object or a single string.`);
			if (third) assert(Array.isArray(third) || typeof third === "string" || typeof third === "object", "The third argument to an analytic function must be either a string, an array of string or object or an object.");
			if (isFunction(second)) {
				analytic = new Analytic(method, schema, alias);
				second.call(analytic, analytic);
			} else if (second.isRawInstance) analytic = {
				grouping: "columns",
				type: "analytic",
				method,
				raw: second,
				alias
			};
			else {
				const order = !Array.isArray(second) ? [second] : second;
				let partitions = third || [];
				partitions = !Array.isArray(partitions) ? [partitions] : partitions;
				analytic = {
					grouping: "columns",
					type: "analytic",
					method,
					order,
					alias,
					partitions
				};
			}
			this._statements.push(analytic);
			return this;
		}
		rank(...args) {
			return this._analyticMethod("rank")._analytic(...args);
		}
		denseRank(...args) {
			return this._analyticMethod("dense_rank")._analytic(...args);
		}
		rowNumber(...args) {
			return this._analyticMethod("row_number")._analytic(...args);
		}
		_counter(column, amount) {
			amount = parseFloat(amount);
			this._method = "update";
			this._single.counter = this._single.counter || {};
			this._single.counter[column] = amount;
			return this;
		}
		_bool(val) {
			if (arguments.length === 1) {
				this._boolFlag = val;
				return this;
			}
			const ret = this._boolFlag;
			this._boolFlag = "and";
			return ret;
		}
		_not(val) {
			if (arguments.length === 1) {
				this._notFlag = val;
				return this;
			}
			const ret = this._notFlag;
			this._notFlag = false;
			return ret;
		}
		_joinType(val) {
			if (arguments.length === 1) {
				this._joinFlag = val;
				return this;
			}
			const ret = this._joinFlag || "inner";
			this._joinFlag = "inner";
			return ret;
		}
		_analyticMethod(val) {
			if (arguments.length === 1) {
				this._analyticFlag = val;
				return this;
			}
			return this._analyticFlag || "row_number";
		}
		_aggregate(method, column, options = {}) {
			this._statements.push({
				grouping: "columns",
				type: column.isRawInstance ? "aggregateRaw" : "aggregate",
				method,
				value: column,
				aggregateDistinct: options.distinct || false,
				alias: options.as
			});
			return this;
		}
		_clearGrouping(grouping) {
			if (grouping in this._single) this._single[grouping] = void 0;
			else this._statements = reject(this._statements, { grouping });
		}
		_isSelectQuery() {
			return SELECT_COMMANDS.has(this._method);
		}
		_hasLockMode() {
			return LOCK_MODES.has(this._single.lock);
		}
	};
	Builder.prototype.select = Builder.prototype.columns;
	Builder.prototype.column = Builder.prototype.columns;
	Builder.prototype.andWhereNot = Builder.prototype.whereNot;
	Builder.prototype.andWhereNotColumn = Builder.prototype.whereNotColumn;
	Builder.prototype.andWhere = Builder.prototype.where;
	Builder.prototype.andWhereColumn = Builder.prototype.whereColumn;
	Builder.prototype.andWhereRaw = Builder.prototype.whereRaw;
	Builder.prototype.andWhereBetween = Builder.prototype.whereBetween;
	Builder.prototype.andWhereNotBetween = Builder.prototype.whereNotBetween;
	Builder.prototype.andWhereJsonObject = Builder.prototype.whereJsonObject;
	Builder.prototype.andWhereNotJsonObject = Builder.prototype.whereNotJsonObject;
	Builder.prototype.andWhereJsonPath = Builder.prototype.whereJsonPath;
	Builder.prototype.andWhereLike = Builder.prototype.whereLike;
	Builder.prototype.andWhereILike = Builder.prototype.whereILike;
	Builder.prototype.andHaving = Builder.prototype.having;
	Builder.prototype.andHavingIn = Builder.prototype.havingIn;
	Builder.prototype.andHavingNotIn = Builder.prototype.havingNotIn;
	Builder.prototype.andHavingNull = Builder.prototype.havingNull;
	Builder.prototype.andHavingNotNull = Builder.prototype.havingNotNull;
	Builder.prototype.andHavingExists = Builder.prototype.havingExists;
	Builder.prototype.andHavingNotExists = Builder.prototype.havingNotExists;
	Builder.prototype.andHavingBetween = Builder.prototype.havingBetween;
	Builder.prototype.andHavingNotBetween = Builder.prototype.havingNotBetween;
	Builder.prototype.from = Builder.prototype.table;
	Builder.prototype.into = Builder.prototype.table;
	Builder.prototype.del = Builder.prototype.delete;
	augmentWithBuilderInterface(Builder);
	addQueryContext(Builder);
	Builder.extend = (methodName, fn) => {
		if (Object.prototype.hasOwnProperty.call(Builder.prototype, methodName)) throw new Error(`Can't extend QueryBuilder with existing method ('${methodName}').`);
		assign(Builder.prototype, { [methodName]: fn });
	};
	var OnConflictBuilder = class {
		constructor(builder, columns) {
			this.builder = builder;
			this._columns = columns;
		}
		ignore() {
			this.builder._single.onConflict = this._columns;
			this.builder._single.ignore = true;
			return this.builder;
		}
		merge(updates) {
			this.builder._single.onConflict = this._columns;
			this.builder._single.merge = { updates };
			return this.builder;
		}
		then() {
			throw new Error("Incomplete onConflict clause. .onConflict() must be directly followed by either .merge() or .ignore()");
		}
	};
	module.exports = Builder;
}));
var require__arrayReduce = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* A specialized version of `_.reduce` for arrays without support for
	* iteratee shorthands.
	*
	* @private
	* @param {Array} [array] The array to iterate over.
	* @param {Function} iteratee The function invoked per iteration.
	* @param {*} [accumulator] The initial value.
	* @param {boolean} [initAccum] Specify using the first element of `array` as
	*  the initial value.
	* @returns {*} Returns the accumulated value.
	*/
	function arrayReduce(array, iteratee, accumulator, initAccum) {
		var index = -1, length = array == null ? 0 : array.length;
		if (initAccum && length) accumulator = array[++index];
		while (++index < length) accumulator = iteratee(accumulator, array[index], index, array);
		return accumulator;
	}
	module.exports = arrayReduce;
}));
var require__baseReduce = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* The base implementation of `_.reduce` and `_.reduceRight`, without support
	* for iteratee shorthands, which iterates over `collection` using `eachFunc`.
	*
	* @private
	* @param {Array|Object} collection The collection to iterate over.
	* @param {Function} iteratee The function invoked per iteration.
	* @param {*} accumulator The initial value.
	* @param {boolean} initAccum Specify using the first or last element of
	*  `collection` as the initial value.
	* @param {Function} eachFunc The function to iterate over `collection`.
	* @returns {*} Returns the accumulated value.
	*/
	function baseReduce(collection, iteratee, accumulator, initAccum, eachFunc) {
		eachFunc(collection, function(value, index, collection) {
			accumulator = initAccum ? (initAccum = false, value) : iteratee(accumulator, value, index, collection);
		});
		return accumulator;
	}
	module.exports = baseReduce;
}));
var require_reduce = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var arrayReduce = require__arrayReduce();
	var baseEach = require__baseEach();
	var baseIteratee = require__baseIteratee();
	var baseReduce = require__baseReduce();
	var isArray = require_isArray();
	/**
	* Reduces `collection` to a value which is the accumulated result of running
	* each element in `collection` thru `iteratee`, where each successive
	* invocation is supplied the return value of the previous. If `accumulator`
	* is not given, the first element of `collection` is used as the initial
	* value. The iteratee is invoked with four arguments:
	* (accumulator, value, index|key, collection).
	*
	* Many lodash methods are guarded to work as iteratees for methods like
	* `_.reduce`, `_.reduceRight`, and `_.transform`.
	*
	* The guarded methods are:
	* `assign`, `defaults`, `defaultsDeep`, `includes`, `merge`, `orderBy`,
	* and `sortBy`
	*
	* @static
	* @memberOf _
	* @since 0.1.0
	* @category Collection
	* @param {Array|Object} collection The collection to iterate over.
	* @param {Function} [iteratee=_.identity] The function invoked per iteration.
	* @param {*} [accumulator] The initial value.
	* @returns {*} Returns the accumulated value.
	* @see _.reduceRight
	* @example
	*
	* _.reduce([1, 2], function(sum, n) {
	*   return sum + n;
	* }, 0);
	* // => 3
	*
	* _.reduce({ 'a': 1, 'b': 2, 'c': 1 }, function(result, value, key) {
	*   (result[value] || (result[value] = [])).push(key);
	*   return result;
	* }, {});
	* // => { '1': ['a', 'c'], '2': ['b'] } (iteration order is not guaranteed)
	*/
	function reduce(collection, iteratee, accumulator) {
		var func = isArray(collection) ? arrayReduce : baseReduce, initAccum = arguments.length < 3;
		return func(collection, baseIteratee(iteratee, 4), accumulator, initAccum, baseEach);
	}
	module.exports = reduce;
}));
var require_transform = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var arrayEach = require__arrayEach();
	var baseCreate = require__baseCreate();
	var baseForOwn = require__baseForOwn();
	var baseIteratee = require__baseIteratee();
	var getPrototype = require__getPrototype();
	var isArray = require_isArray();
	var isBuffer = require_isBuffer();
	var isFunction = require_isFunction();
	var isObject = require_isObject();
	var isTypedArray = require_isTypedArray();
	/**
	* An alternative to `_.reduce`; this method transforms `object` to a new
	* `accumulator` object which is the result of running each of its own
	* enumerable string keyed properties thru `iteratee`, with each invocation
	* potentially mutating the `accumulator` object. If `accumulator` is not
	* provided, a new object with the same `[[Prototype]]` will be used. The
	* iteratee is invoked with four arguments: (accumulator, value, key, object).
	* Iteratee functions may exit iteration early by explicitly returning `false`.
	*
	* @static
	* @memberOf _
	* @since 1.3.0
	* @category Object
	* @param {Object} object The object to iterate over.
	* @param {Function} [iteratee=_.identity] The function invoked per iteration.
	* @param {*} [accumulator] The custom accumulator value.
	* @returns {*} Returns the accumulated value.
	* @example
	*
	* _.transform([2, 3, 4], function(result, n) {
	*   result.push(n *= n);
	*   return n % 2 == 0;
	* }, []);
	* // => [4, 9]
	*
	* _.transform({ 'a': 1, 'b': 2, 'c': 1 }, function(result, value, key) {
	*   (result[value] || (result[value] = [])).push(key);
	* }, {});
	* // => { '1': ['a', 'c'], '2': ['b'] }
	*/
	function transform(object, iteratee, accumulator) {
		var isArr = isArray(object), isArrLike = isArr || isBuffer(object) || isTypedArray(object);
		iteratee = baseIteratee(iteratee, 4);
		if (accumulator == null) {
			var Ctor = object && object.constructor;
			if (isArrLike) accumulator = isArr ? new Ctor() : [];
			else if (isObject(object)) accumulator = isFunction(Ctor) ? baseCreate(getPrototype(object)) : {};
			else accumulator = {};
		}
		(isArrLike ? arrayEach : baseForOwn)(object, function(value, index, object) {
			return iteratee(accumulator, value, index, object);
		});
		return accumulator;
	}
	module.exports = transform;
}));
var require_formatterUtils = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { isObject } = require_is();
	function compileCallback(callback, method, client, bindingsHolder) {
		const builder = client.queryBuilder();
		callback.call(builder, builder);
		return client.queryCompiler(builder, bindingsHolder.bindings).toSQL(method || builder._method || "select");
	}
	function wrapAsIdentifier(value, builder, client) {
		const queryContext = builder.queryContext();
		return client.wrapIdentifier((value || "").trim(), queryContext);
	}
	function formatDefault(value, type, client) {
		if (value === void 0) return "";
		else if (value === null) return "null";
		else if (value && value.isRawInstance) return value.toQuery();
		else if (type === "bool") {
			if (value === "false") value = 0;
			return `'${value ? 1 : 0}'`;
		} else if ((type === "json" || type === "jsonb") && isObject(value)) return `'${JSON.stringify(value)}'`;
		else return client._escapeBinding(value.toString());
	}
	module.exports = {
		compileCallback,
		wrapAsIdentifier,
		formatDefault
	};
}));
var require_wrappingFormatter = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const transform = require_transform();
	const QueryBuilder = require_querybuilder();
	const { compileCallback, wrapAsIdentifier } = require_formatterUtils();
	const orderBys = ["asc", "desc"];
	const operators = transform([
		"=",
		"<",
		">",
		"<=",
		"<=>",
		">=",
		"<>",
		"!=",
		"like",
		"not like",
		"between",
		"not between",
		"ilike",
		"not ilike",
		"exists",
		"not exist",
		"rlike",
		"not rlike",
		"regexp",
		"not regexp",
		"match",
		"similar to",
		"not similar to",
		"&",
		"|",
		"^",
		"<<",
		">>",
		"~",
		"~=",
		"~*",
		"!~",
		"!~*",
		"#",
		"&&",
		"@>",
		"<@",
		"||",
		"&<",
		"&>",
		"-|-",
		"@@",
		"!!",
		["?", "\\?"],
		["?|", "\\?|"],
		["?&", "\\?&"]
	], (result, key) => {
		if (Array.isArray(key)) result[key[0]] = key[1];
		else result[key] = key;
	}, {});
	function columnize(target, builder, client, bindingHolder) {
		if (!Array.isArray(target)) return wrap(target, void 0, builder, client, bindingHolder);
		const columns = target;
		let str = "", i = -1;
		while (++i < columns.length) {
			if (i > 0) str += ", ";
			str += wrap(columns[i], void 0, builder, client, bindingHolder);
		}
		return str;
	}
	function wrap(value, isParameter, builder, client, bindingHolder) {
		const raw = unwrapRaw(value, isParameter, builder, client, bindingHolder);
		if (raw) return raw;
		switch (typeof value) {
			case "function": return outputQuery(compileCallback(value, void 0, client, bindingHolder), true, builder, client);
			case "object": return parseObject(value, builder, client, bindingHolder);
			case "number": return value;
			default: return wrapString(value + "", builder, client);
		}
	}
	function unwrapRaw(value, isParameter, builder, client, bindingsHolder) {
		let query;
		if (value instanceof QueryBuilder) {
			query = client.queryCompiler(value).toSQL();
			if (query.bindings) bindingsHolder.bindings.push(...query.bindings);
			return outputQuery(query, isParameter, builder, client);
		}
		if (value && value.isRawInstance) {
			value.client = client;
			if (builder._queryContext) value.queryContext = () => {
				return builder._queryContext;
			};
			query = value.toSQL();
			if (query.bindings) bindingsHolder.bindings.push(...query.bindings);
			return query.sql;
		}
		if (isParameter) bindingsHolder.bindings.push(value);
	}
	function operator(value, builder, client, bindingsHolder) {
		const raw = unwrapRaw(value, void 0, builder, client, bindingsHolder);
		if (raw) return raw;
		const operator = operators[(value || "").toLowerCase()];
		if (!operator) throw new TypeError(`The operator "${value}" is not permitted`);
		return operator;
	}
	function getAliasSeparatorIndex(value) {
		let i = -1;
		while ((i = value.indexOf(" ", i + 1)) !== -1) if (i + 3 < value.length && (value.charCodeAt(i + 1) | 32) === 97 && (value.charCodeAt(i + 2) | 32) === 115 && value.charCodeAt(i + 3) === 32) return i;
		return -1;
	}
	function wrapString(value, builder, client) {
		const asIndex = getAliasSeparatorIndex(value);
		if (asIndex !== -1) {
			const first = value.slice(0, asIndex);
			const second = value.slice(asIndex + 4);
			return client.alias(wrapString(first, builder, client), wrapAsIdentifier(second, builder, client));
		}
		let segmentStart = 0;
		let dotIndex = value.indexOf(".");
		if (dotIndex === -1) return wrapAsIdentifier(value, builder, client);
		let wrapped = "";
		let i = 0;
		while (dotIndex !== -1) {
			const segment = value.slice(segmentStart, dotIndex);
			if (i > 0) wrapped += ".";
			wrapped += i === 0 ? wrapString((segment || "").trim(), builder, client) : wrapAsIdentifier(segment, builder, client);
			segmentStart = dotIndex + 1;
			dotIndex = value.indexOf(".", segmentStart);
			i++;
		}
		return `${wrapped}.${wrapAsIdentifier(value.slice(segmentStart), builder, client)}`;
	}
	function parseObject(obj, builder, client, formatter) {
		const ret = [];
		for (const alias in obj) {
			const queryOrIdentifier = obj[alias];
			if (typeof queryOrIdentifier === "function") {
				const compiled = compileCallback(queryOrIdentifier, void 0, client, formatter);
				compiled.as = alias;
				ret.push(outputQuery(compiled, true, builder, client));
			} else if (queryOrIdentifier instanceof QueryBuilder) ret.push(client.alias(`(${wrap(queryOrIdentifier, void 0, builder, client, formatter)})`, wrapAsIdentifier(alias, builder, client)));
			else ret.push(client.alias(wrap(queryOrIdentifier, void 0, builder, client, formatter), wrapAsIdentifier(alias, builder, client)));
		}
		return ret.join(", ");
	}
	function outputQuery(compiled, isParameter, builder, client) {
		let sql = compiled.sql || "";
		if (sql) {
			if ((compiled.method === "select" || compiled.method === "first") && (isParameter || compiled.as)) {
				sql = `(${sql})`;
				if (compiled.as) return client.alias(sql, wrapString(compiled.as, builder, client));
			}
		}
		return sql;
	}
	/**
	* Creates SQL for a parameter, which might be passed to where() or .with() or
	* pretty much anywhere in API.
	*
	* @param value
	* @param method Optional at least 'select' or 'update' are valid
	* @param builder
	* @param client
	* @param bindingHolder
	*/
	function rawOrFn(value, method, builder, client, bindingHolder) {
		if (typeof value === "function") return outputQuery(compileCallback(value, method, client, bindingHolder), void 0, builder, client);
		return unwrapRaw(value, void 0, builder, client, bindingHolder) || "";
	}
	function direction(value, builder, client, bindingsHolder) {
		const raw = unwrapRaw(value, void 0, builder, client, bindingsHolder);
		if (raw) return raw;
		return orderBys.indexOf((value || "").toLowerCase()) !== -1 ? value : "asc";
	}
	module.exports = {
		columnize,
		direction,
		operator,
		outputQuery,
		getAliasSeparatorIndex,
		rawOrFn,
		unwrapRaw,
		wrap,
		wrapString
	};
}));
var require_rawFormatter = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { columnize } = require_wrappingFormatter();
	function replaceRawArrBindings(raw, client) {
		const bindingsHolder = { bindings: [] };
		const builder = raw;
		const expectedBindings = raw.bindings.length;
		const values = raw.bindings;
		let index = 0;
		const sql = raw.sql.replace(/\\?\?\??/g, function(match) {
			if (match === "\\?") return match;
			const value = values[index++];
			if (match === "??") return columnize(value, builder, client, bindingsHolder);
			return client.parameter(value, builder, bindingsHolder);
		});
		if (expectedBindings !== index) throw new Error(`Expected ${expectedBindings} bindings, saw ${index}`);
		return {
			method: "raw",
			sql,
			bindings: bindingsHolder.bindings
		};
	}
	function replaceKeyBindings(raw, client) {
		const bindingsHolder = { bindings: [] };
		const builder = raw;
		const values = raw.bindings;
		return {
			method: "raw",
			sql: raw.sql.replace(/\\?(:(\w+):(?=::)|:(\w+):(?!:)|:(\w+))/g, function(match, p1, p2, p3, p4) {
				if (match !== p1) return p1;
				const part = p2 || p3 || p4;
				const key = match.trim();
				const isIdentifier = key[key.length - 1] === ":";
				const value = values[part];
				if (value === void 0) {
					if (Object.prototype.hasOwnProperty.call(values, part)) bindingsHolder.bindings.push(value);
					return match;
				}
				if (isIdentifier) return match.replace(p1, columnize(value, builder, client, bindingsHolder));
				return match.replace(p1, client.parameter(value, builder, bindingsHolder));
			}),
			bindings: bindingsHolder.bindings
		};
	}
	module.exports = {
		replaceKeyBindings,
		replaceRawArrBindings
	};
}));
var require_nanoid = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const urlAlphabet = "ModuleSymbhasOwnPr-0123456789ABCDEFGHNRVfgctiUvz_KqYTJkLxpZXIjQW";
	const numberAlphabet = "0123456789";
	/**
	* Generate URL-friendly unique ID. This method uses the non-secure
	* predictable random generator with bigger collision probability.
	* Based on https://github.com/ai/nanoid
	*
	* ```js
	* model.id = nanoid() //=> "Uakgb_J5m9g-0JDMbcJqL"
	* ```
	*
	* @param size Size of the ID. The default size is 21.
	* @returns A random string.
	*/
	function nanoid(size = 21) {
		let id = "";
		let i = size;
		while (i--) id += urlAlphabet[Math.random() * 64 | 0];
		return id;
	}
	function nanonum(size = 21) {
		let id = "";
		let i = size;
		while (i--) id += numberAlphabet[Math.random() * 10 | 0];
		return id;
	}
	module.exports = {
		nanoid,
		nanonum
	};
}));
var require_raw = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { EventEmitter } = __require("events");
	const debug = require_src();
	const assign = require_assign();
	const isPlainObject = require_isPlainObject();
	const reduce = require_reduce();
	const { replaceRawArrBindings, replaceKeyBindings } = require_rawFormatter();
	const helpers = require_helpers$1();
	const saveAsyncStack = require_save_async_stack();
	const { nanoid } = require_nanoid();
	const { isNumber, isObject } = require_is();
	const { augmentWithBuilderInterface } = require_builder_interface_augmenter();
	const debugBindings = debug("knex:bindings");
	var Raw = class extends EventEmitter {
		constructor(client) {
			super();
			this.client = client;
			this.sql = "";
			this.bindings = [];
			this._wrappedBefore = void 0;
			this._wrappedAfter = void 0;
			if (client && client.config) {
				this._debug = client.config.debug;
				saveAsyncStack(this, 4);
			}
		}
		set(sql, bindings) {
			this.sql = sql;
			this.bindings = isObject(bindings) && !bindings.toSQL || bindings === void 0 ? bindings : [bindings];
			return this;
		}
		timeout(ms, { cancel } = {}) {
			if (isNumber(ms) && ms > 0) {
				this._timeout = ms;
				if (cancel) {
					this.client.assertCanCancelQuery();
					this._cancelOnTimeout = true;
				}
			}
			return this;
		}
		wrap(before, after) {
			this._wrappedBefore = before;
			this._wrappedAfter = after;
			return this;
		}
		toString() {
			return this.toQuery();
		}
		toSQL(method, tz) {
			let obj;
			if (Array.isArray(this.bindings)) obj = replaceRawArrBindings(this, this.client);
			else if (this.bindings && isPlainObject(this.bindings)) obj = replaceKeyBindings(this, this.client);
			else obj = {
				method: "raw",
				sql: this.sql,
				bindings: this.bindings === void 0 ? [] : [this.bindings]
			};
			if (this._wrappedBefore) obj.sql = this._wrappedBefore + obj.sql;
			if (this._wrappedAfter) obj.sql = obj.sql + this._wrappedAfter;
			obj.options = reduce(this._options, assign, {});
			if (this._timeout) {
				obj.timeout = this._timeout;
				if (this._cancelOnTimeout) obj.cancelOnTimeout = this._cancelOnTimeout;
			}
			obj.bindings = obj.bindings || [];
			if (helpers.containsUndefined(obj.bindings)) {
				const undefinedBindingIndices = helpers.getUndefinedIndices(this.bindings);
				debugBindings(obj.bindings);
				throw new Error(`Undefined binding(s) detected for keys [${undefinedBindingIndices}] when compiling RAW query: ${obj.sql}`);
			}
			obj.__knexQueryUid = nanoid();
			Object.defineProperties(obj, { toNative: {
				value: () => ({
					sql: this.client.positionBindings(obj.sql),
					bindings: this.client.prepBindings(obj.bindings)
				}),
				enumerable: false
			} });
			return obj;
		}
	};
	Raw.prototype.isRawInstance = true;
	augmentWithBuilderInterface(Raw);
	helpers.addQueryContext(Raw);
	module.exports = Raw;
}));
var require_compact = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Creates an array with all falsey values removed. The values `false`, `null`,
	* `0`, `-0`, `0n`, `""`, `undefined`, and `NaN` are falsy.
	*
	* @static
	* @memberOf _
	* @since 0.1.0
	* @category Array
	* @param {Array} array The array to compact.
	* @returns {Array} Returns the new array of filtered values.
	* @example
	*
	* _.compact([0, 1, false, 2, '', 3]);
	* // => [1, 2, 3]
	*/
	function compact(array) {
		var index = -1, length = array == null ? 0 : array.length, resIndex = 0, result = [];
		while (++index < length) {
			var value = array[index];
			if (value) result[resIndex++] = value;
		}
		return result;
	}
	module.exports = compact;
}));
var require__arrayAggregator = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* A specialized version of `baseAggregator` for arrays.
	*
	* @private
	* @param {Array} [array] The array to iterate over.
	* @param {Function} setter The function to set `accumulator` values.
	* @param {Function} iteratee The iteratee to transform keys.
	* @param {Object} accumulator The initial aggregated object.
	* @returns {Function} Returns `accumulator`.
	*/
	function arrayAggregator(array, setter, iteratee, accumulator) {
		var index = -1, length = array == null ? 0 : array.length;
		while (++index < length) {
			var value = array[index];
			setter(accumulator, value, iteratee(value), array);
		}
		return accumulator;
	}
	module.exports = arrayAggregator;
}));
var require__baseAggregator = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseEach = require__baseEach();
	/**
	* Aggregates elements of `collection` on `accumulator` with keys transformed
	* by `iteratee` and values set by `setter`.
	*
	* @private
	* @param {Array|Object} collection The collection to iterate over.
	* @param {Function} setter The function to set `accumulator` values.
	* @param {Function} iteratee The iteratee to transform keys.
	* @param {Object} accumulator The initial aggregated object.
	* @returns {Function} Returns `accumulator`.
	*/
	function baseAggregator(collection, setter, iteratee, accumulator) {
		baseEach(collection, function(value, key, collection) {
			setter(accumulator, value, iteratee(value), collection);
		});
		return accumulator;
	}
	module.exports = baseAggregator;
}));
var require__createAggregator = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var arrayAggregator = require__arrayAggregator();
	var baseAggregator = require__baseAggregator();
	var baseIteratee = require__baseIteratee();
	var isArray = require_isArray();
	/**
	* Creates a function like `_.groupBy`.
	*
	* @private
	* @param {Function} setter The function to set accumulator values.
	* @param {Function} [initializer] The accumulator object initializer.
	* @returns {Function} Returns the new aggregator function.
	*/
	function createAggregator(setter, initializer) {
		return function(collection, iteratee) {
			var func = isArray(collection) ? arrayAggregator : baseAggregator, accumulator = initializer ? initializer() : {};
			return func(collection, setter, baseIteratee(iteratee, 2), accumulator);
		};
	}
	module.exports = createAggregator;
}));
var require_groupBy = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseAssignValue = require__baseAssignValue();
	var createAggregator = require__createAggregator();
	/** Used to check objects for own properties. */
	var hasOwnProperty = Object.prototype.hasOwnProperty;
	module.exports = createAggregator(function(result, value, key) {
		if (hasOwnProperty.call(result, key)) result[key].push(value);
		else baseAssignValue(result, key, [value]);
	});
}));
var require__baseHas = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** Used to check objects for own properties. */
	var hasOwnProperty = Object.prototype.hasOwnProperty;
	/**
	* The base implementation of `_.has` without support for deep paths.
	*
	* @private
	* @param {Object} [object] The object to query.
	* @param {Array|string} key The key to check.
	* @returns {boolean} Returns `true` if `key` exists, else `false`.
	*/
	function baseHas(object, key) {
		return object != null && hasOwnProperty.call(object, key);
	}
	module.exports = baseHas;
}));
var require_has = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseHas = require__baseHas();
	var hasPath = require__hasPath();
	/**
	* Checks if `path` is a direct property of `object`.
	*
	* @static
	* @since 0.1.0
	* @memberOf _
	* @category Object
	* @param {Object} object The object to query.
	* @param {Array|string} path The path to check.
	* @returns {boolean} Returns `true` if `path` exists, else `false`.
	* @example
	*
	* var object = { 'a': { 'b': 2 } };
	* var other = _.create({ 'a': _.create({ 'b': 2 }) });
	*
	* _.has(object, 'a');
	* // => true
	*
	* _.has(object, 'a.b');
	* // => true
	*
	* _.has(object, ['a', 'b']);
	* // => true
	*
	* _.has(other, 'a');
	* // => false
	*/
	function has(object, path) {
		return object != null && hasPath(object, path, baseHas);
	}
	module.exports = has;
}));
var require_map = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var arrayMap = require__arrayMap();
	var baseIteratee = require__baseIteratee();
	var baseMap = require__baseMap();
	var isArray = require_isArray();
	/**
	* Creates an array of values by running each element in `collection` thru
	* `iteratee`. The iteratee is invoked with three arguments:
	* (value, index|key, collection).
	*
	* Many lodash methods are guarded to work as iteratees for methods like
	* `_.every`, `_.filter`, `_.map`, `_.mapValues`, `_.reject`, and `_.some`.
	*
	* The guarded methods are:
	* `ary`, `chunk`, `curry`, `curryRight`, `drop`, `dropRight`, `every`,
	* `fill`, `invert`, `parseInt`, `random`, `range`, `rangeRight`, `repeat`,
	* `sampleSize`, `slice`, `some`, `sortBy`, `split`, `take`, `takeRight`,
	* `template`, `trim`, `trimEnd`, `trimStart`, and `words`
	*
	* @static
	* @memberOf _
	* @since 0.1.0
	* @category Collection
	* @param {Array|Object} collection The collection to iterate over.
	* @param {Function} [iteratee=_.identity] The function invoked per iteration.
	* @returns {Array} Returns the new mapped array.
	* @example
	*
	* function square(n) {
	*   return n * n;
	* }
	*
	* _.map([4, 8], square);
	* // => [16, 64]
	*
	* _.map({ 'a': 4, 'b': 8 }, square);
	* // => [16, 64] (iteration order is not guaranteed)
	*
	* var users = [
	*   { 'user': 'barney' },
	*   { 'user': 'fred' }
	* ];
	*
	* // The `_.property` iteratee shorthand.
	* _.map(users, 'user');
	* // => ['barney', 'fred']
	*/
	function map(collection, iteratee) {
		return (isArray(collection) ? arrayMap : baseMap)(collection, baseIteratee(iteratee, 3));
	}
	module.exports = map;
}));
var require__baseSet = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var assignValue = require__assignValue();
	var castPath = require__castPath();
	var isIndex = require__isIndex();
	var isObject = require_isObject();
	var toKey = require__toKey();
	/**
	* The base implementation of `_.set`.
	*
	* @private
	* @param {Object} object The object to modify.
	* @param {Array|string} path The path of the property to set.
	* @param {*} value The value to set.
	* @param {Function} [customizer] The function to customize path creation.
	* @returns {Object} Returns `object`.
	*/
	function baseSet(object, path, value, customizer) {
		if (!isObject(object)) return object;
		path = castPath(path, object);
		var index = -1, length = path.length, lastIndex = length - 1, nested = object;
		while (nested != null && ++index < length) {
			var key = toKey(path[index]), newValue = value;
			if (key === "__proto__" || key === "constructor" || key === "prototype") return object;
			if (index != lastIndex) {
				var objValue = nested[key];
				newValue = customizer ? customizer(objValue, key, nested) : void 0;
				if (newValue === void 0) newValue = isObject(objValue) ? objValue : isIndex(path[index + 1]) ? [] : {};
			}
			assignValue(nested, key, newValue);
			nested = nested[key];
		}
		return object;
	}
	module.exports = baseSet;
}));
var require__basePickBy = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseGet = require__baseGet();
	var baseSet = require__baseSet();
	var castPath = require__castPath();
	/**
	* The base implementation of  `_.pickBy` without support for iteratee shorthands.
	*
	* @private
	* @param {Object} object The source object.
	* @param {string[]} paths The property paths to pick.
	* @param {Function} predicate The function invoked per property.
	* @returns {Object} Returns the new object.
	*/
	function basePickBy(object, paths, predicate) {
		var index = -1, length = paths.length, result = {};
		while (++index < length) {
			var path = paths[index], value = baseGet(object, path);
			if (predicate(value, path)) baseSet(result, castPath(path, object), value);
		}
		return result;
	}
	module.exports = basePickBy;
}));
var require_pickBy = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var arrayMap = require__arrayMap();
	var baseIteratee = require__baseIteratee();
	var basePickBy = require__basePickBy();
	var getAllKeysIn = require__getAllKeysIn();
	/**
	* Creates an object composed of the `object` properties `predicate` returns
	* truthy for. The predicate is invoked with two arguments: (value, key).
	*
	* @static
	* @memberOf _
	* @since 4.0.0
	* @category Object
	* @param {Object} object The source object.
	* @param {Function} [predicate=_.identity] The function invoked per property.
	* @returns {Object} Returns the new object.
	* @example
	*
	* var object = { 'a': 1, 'b': '2', 'c': 3 };
	*
	* _.pickBy(object, _.isNumber);
	* // => { 'a': 1, 'c': 3 }
	*/
	function pickBy(object, predicate) {
		if (object == null) return {};
		var props = arrayMap(getAllKeysIn(object), function(prop) {
			return [prop];
		});
		predicate = baseIteratee(predicate);
		return basePickBy(object, props, function(value, path) {
			return predicate(value, path[0]);
		});
	}
	module.exports = pickBy;
}));
var require_omitBy = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseIteratee = require__baseIteratee();
	var negate = require_negate();
	var pickBy = require_pickBy();
	/**
	* The opposite of `_.pickBy`; this method creates an object composed of
	* the own and inherited enumerable string keyed properties of `object` that
	* `predicate` doesn't return truthy for. The predicate is invoked with two
	* arguments: (value, key).
	*
	* @static
	* @memberOf _
	* @since 4.0.0
	* @category Object
	* @param {Object} object The source object.
	* @param {Function} [predicate=_.identity] The function invoked per property.
	* @returns {Object} Returns the new object.
	* @example
	*
	* var object = { 'a': 1, 'b': '2', 'c': 3 };
	*
	* _.omitBy(object, _.isNumber);
	* // => { 'b': '2' }
	*/
	function omitBy(object, predicate) {
		return pickBy(object, negate(baseIteratee(predicate)));
	}
	module.exports = omitBy;
}));
var require_querycompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const helpers = require_helpers$1();
	const { hasOwn } = require_security();
	const Raw = require_raw();
	const QueryBuilder = require_querybuilder();
	const JoinClause = require_joinclause();
	const debug = require_src();
	const assign = require_assign();
	const compact = require_compact();
	const groupBy = require_groupBy();
	const has = require_has();
	const isEmpty = require_isEmpty();
	const map = require_map();
	const omitBy = require_omitBy();
	const reduce = require_reduce();
	const { nanoid } = require_nanoid();
	const { isString, isUndefined } = require_is();
	const { columnize: columnize_, direction: direction_, operator: operator_, wrap: wrap_, unwrapRaw: unwrapRaw_, rawOrFn: rawOrFn_ } = require_wrappingFormatter();
	const debugBindings = debug("knex:bindings");
	const components = [
		"comments",
		"columns",
		"join",
		"where",
		"union",
		"group",
		"having",
		"order",
		"limit",
		"offset",
		"lock",
		"waitMode"
	];
	const methodAliases = {
		del: "delete",
		first: "select",
		pluck: "select"
	};
	const defaultInvalidClauses = {
		delete: ["having", "limit"],
		truncate: [
			"where",
			"having",
			"limit"
		]
	};
	var QueryCompiler = class {
		constructor(client, builder, bindings) {
			this.client = client;
			this.method = builder._method || "select";
			this.options = builder._options;
			this.single = builder._single;
			this.queryComments = builder._comments;
			this.timeout = builder._timeout || false;
			this.cancelOnTimeout = builder._cancelOnTimeout || false;
			this.grouped = groupBy(builder._statements, "grouping");
			this.formatter = client.formatter(builder);
			this._emptyInsertValue = "default values";
			this.first = this.select;
			this.bindings = bindings || [];
			this.formatter.bindings = this.bindings;
			this.bindingsHolder = this;
			this.builder = this.formatter.builder;
		}
		_preValidate() {
			const method = this.method;
			const verb = hasOwn(methodAliases, method) ? methodAliases[method] : method;
			const invalid = this.invalidClauses[verb];
			if (!invalid) return;
			for (let i = 0; i < invalid.length; i++) {
				const clause = invalid[i];
				const hasNonEmptyGrouped = hasOwn(this.grouped, clause) && this.grouped[clause].length > 0;
				const hasNonEmptySingle = hasOwn(this.single, clause) && this.single[clause] != null;
				if (hasNonEmptyGrouped || hasNonEmptySingle) throw new Error(`Aborted query compilation: \`${clause}\` has no effect on a \`${verb}\` statement`);
			}
		}
		toSQL(method, tz) {
			this._preValidate();
			this._undefinedInWhereClause = false;
			this.undefinedBindingsInfo = [];
			method = method || this.method;
			const val = this[method]() || "";
			const query = {
				method,
				options: reduce(this.options, assign, {}),
				timeout: this.timeout,
				cancelOnTimeout: this.cancelOnTimeout,
				bindings: this.bindingsHolder.bindings || [],
				__knexQueryUid: nanoid()
			};
			Object.defineProperties(query, { toNative: {
				value: () => {
					return {
						sql: this.client.positionBindings(query.sql),
						bindings: this.client.prepBindings(query.bindings)
					};
				},
				enumerable: false
			} });
			if (isString(val)) query.sql = val;
			else assign(query, val);
			if (method === "select" || method === "first") {
				if (this.single.as) query.as = this.single.as;
			}
			if (this._undefinedInWhereClause) {
				debugBindings(query.bindings);
				throw new Error(`Undefined binding(s) detected when compiling ${method.toUpperCase()}. Undefined column(s): [${this.undefinedBindingsInfo.join(", ")}] query: ${query.sql}`);
			}
			return query;
		}
		select() {
			let sql = this.with();
			let unionStatement = "";
			const firstStatements = [];
			const endStatements = [];
			components.forEach((component) => {
				const statement = this[component](this);
				switch (component) {
					case "union":
						unionStatement = statement;
						break;
					case "comments":
					case "columns":
					case "join":
					case "where":
						firstStatements.push(statement);
						break;
					default: endStatements.push(statement);
				}
			});
			const wrapMainQuery = this.grouped.union && this.grouped.union.map((u) => u.wrap).some((u) => u);
			if (this.onlyUnions()) {
				const statements = compact(firstStatements.concat(endStatements)).join(" ");
				sql += unionStatement + (statements ? " " + statements : "");
			} else {
				const allStatements = (wrapMainQuery ? "(" : "") + compact(firstStatements).join(" ") + (wrapMainQuery ? ")" : "");
				const endStat = compact(endStatements).join(" ");
				sql += allStatements + (unionStatement ? " " + unionStatement : "") + (endStat ? " " + endStat : endStat);
			}
			return sql;
		}
		pluck() {
			let toPluck = this.single.pluck;
			if (toPluck.indexOf(".") !== -1) toPluck = toPluck.split(".").slice(-1)[0];
			return {
				sql: this.select(),
				pluck: toPluck
			};
		}
		insert() {
			const insertValues = this.single.insert || [];
			const sql = this.with() + `insert into ${this.tableName} `;
			const body = this._insertBody(insertValues);
			return body === "" ? "" : sql + body;
		}
		_onConflictClause(columns) {
			return columns instanceof Raw ? this.formatter.wrap(columns) : `(${this.formatter.columnize(columns)})`;
		}
		_buildInsertValues(insertData) {
			let sql = "";
			let i = -1;
			while (++i < insertData.values.length) {
				if (i !== 0) sql += "), (";
				sql += this.client.parameterize(insertData.values[i], this.client.valueForUndefined, this.builder, this.bindingsHolder);
			}
			return sql;
		}
		_insertBody(insertValues) {
			let sql = "";
			if (Array.isArray(insertValues)) {
				if (insertValues.length === 0) return "";
			} else if (typeof insertValues === "object" && isEmpty(insertValues)) return sql + this._emptyInsertValue;
			const insertData = this._prepInsert(insertValues);
			if (typeof insertData === "string") sql += insertData;
			else if (insertData.columns.length) {
				sql += `(${columnize_(insertData.columns, this.builder, this.client, this.bindingsHolder)}`;
				sql += ") values (" + this._buildInsertValues(insertData) + ")";
			} else if (insertValues.length === 1 && insertValues[0]) sql += this._emptyInsertValue;
			else sql = "";
			return sql;
		}
		update() {
			const withSQL = this.with();
			const { tableName } = this;
			const updateData = this._prepUpdate(this.single.update);
			const wheres = this.where();
			return withSQL + `update ${this.single.only ? "only " : ""}${tableName} set ` + updateData.join(", ") + (wheres ? ` ${wheres}` : "");
		}
		_hintComments() {
			let hints = this.grouped.hintComments || [];
			hints = hints.map((hint) => compact(hint.value).join(" "));
			hints = compact(hints).join(" ");
			return hints ? `/*+ ${hints} */ ` : "";
		}
		columns() {
			let distinctClause = "";
			if (this.onlyUnions()) return "";
			const hints = this._hintComments();
			const columns = this.grouped.columns || [];
			let i = -1, sql = [];
			if (columns) while (++i < columns.length) {
				const stmt = columns[i];
				if (stmt.distinct) distinctClause = "distinct ";
				if (stmt.distinctOn) {
					distinctClause = this.distinctOn(stmt.value);
					continue;
				}
				if (stmt.type === "aggregate") sql.push(...this.aggregate(stmt));
				else if (stmt.type === "aggregateRaw") sql.push(this.aggregateRaw(stmt));
				else if (stmt.type === "analytic") sql.push(this.analytic(stmt));
				else if (stmt.type === "json") sql.push(this.json(stmt));
				else if (stmt.value && stmt.value.length > 0) sql.push(columnize_(stmt.value, this.builder, this.client, this.bindingsHolder));
			}
			if (sql.length === 0) sql = ["*"];
			return `${this.onlyJson() ? "" : "select "}${hints}${distinctClause}` + sql.join(", ") + (this.tableName ? ` from ${this.single.only ? "only " : ""}${this.tableName}` : "");
		}
		comments() {
			if (!this.queryComments.length) return "";
			return this.queryComments.map((comment) => `/* ${comment.comment} */`).join(" ");
		}
		_aggregate(stmt, { aliasSeparator = " as ", distinctParentheses } = {}) {
			const value = stmt.value;
			const method = stmt.method;
			const distinct = stmt.aggregateDistinct ? "distinct " : "";
			const wrap = (identifier) => wrap_(identifier, void 0, this.builder, this.client, this.bindingsHolder);
			const addAlias = (value, alias) => {
				if (alias) return value + aliasSeparator + wrap(alias);
				return value;
			};
			const aggregateArray = (value, alias) => {
				let columns = value.map(wrap).join(", ");
				if (distinct) {
					const openParen = distinctParentheses ? "(" : " ";
					const closeParen = distinctParentheses ? ")" : "";
					columns = distinct.trim() + openParen + columns + closeParen;
				}
				const aggregated = `${method}(${columns})`;
				return addAlias(aggregated, alias);
			};
			const aggregateString = (value, alias) => {
				const aggregated = `${method}(${distinct + wrap(value)})`;
				return addAlias(aggregated, alias);
			};
			if (Array.isArray(value)) return [aggregateArray(value)];
			if (typeof value === "object") {
				if (stmt.alias) throw new Error("When using an object explicit alias can not be used");
				return Object.entries(value).map(([alias, column]) => {
					if (Array.isArray(column)) return aggregateArray(column, alias);
					return aggregateString(column, alias);
				});
			}
			const splitOn = value.toLowerCase().indexOf(" as ");
			let column = value;
			let { alias } = stmt;
			if (splitOn !== -1) {
				column = value.slice(0, splitOn);
				if (alias) throw new Error(`Found multiple aliases for same column: ${column}`);
				alias = value.slice(splitOn + 4);
			}
			return [aggregateString(column, alias)];
		}
		aggregate(stmt) {
			return this._aggregate(stmt);
		}
		aggregateRaw(stmt) {
			const distinct = stmt.aggregateDistinct ? "distinct " : "";
			return `${stmt.method}(${distinct + unwrapRaw_(stmt.value, void 0, this.builder, this.client, this.bindingsHolder)})`;
		}
		_joinTable(join) {
			return join.schema && !(join.table instanceof Raw) ? `${join.schema}.${join.table}` : join.table;
		}
		join() {
			let sql = "";
			let i = -1;
			const joins = this.grouped.join;
			if (!joins) return "";
			while (++i < joins.length) {
				const join = joins[i];
				const table = this._joinTable(join);
				if (i > 0) sql += " ";
				if (join.joinType === "raw") sql += unwrapRaw_(join.table, void 0, this.builder, this.client, this.bindingsHolder);
				else {
					sql += join.joinType + " join " + wrap_(table, void 0, this.builder, this.client, this.bindingsHolder);
					let ii = -1;
					while (++ii < join.clauses.length) {
						const clause = join.clauses[ii];
						if (ii > 0) sql += ` ${clause.bool} `;
						else sql += ` ${clause.type === "onUsing" ? "using" : "on"} `;
						const val = this[clause.type](clause);
						if (val) sql += val;
					}
				}
			}
			return sql;
		}
		onBetween(statement) {
			return wrap_(statement.column, void 0, this.builder, this.client, this.bindingsHolder) + " " + this._not(statement, "between") + " " + statement.value.map((value) => this.client.parameter(value, this.builder, this.bindingsHolder)).join(" and ");
		}
		onNull(statement) {
			return wrap_(statement.column, void 0, this.builder, this.client, this.bindingsHolder) + " is " + this._not(statement, "null");
		}
		onExists(statement) {
			return this._not(statement, "exists") + " (" + rawOrFn_(statement.value, void 0, this.builder, this.client, this.bindingsHolder) + ")";
		}
		onIn(statement) {
			if (Array.isArray(statement.column)) return this.multiOnIn(statement);
			let values;
			if (statement.value instanceof Raw) values = this.client.parameter(statement.value, this.builder, this.formatter);
			else values = this.client.parameterize(statement.value, void 0, this.builder, this.bindingsHolder);
			return wrap_(statement.column, void 0, this.builder, this.client, this.bindingsHolder) + " " + this._not(statement, "in ") + this.wrap(values);
		}
		multiOnIn(statement) {
			let i = -1, sql = `(${columnize_(statement.column, this.builder, this.client, this.bindingsHolder)}) `;
			sql += this._not(statement, "in ") + "((";
			while (++i < statement.value.length) {
				if (i !== 0) sql += "),(";
				sql += this.client.parameterize(statement.value[i], void 0, this.builder, this.bindingsHolder);
			}
			return sql + "))";
		}
		where() {
			const wheres = this.grouped.where;
			if (!wheres) return;
			const sql = [];
			let i = -1;
			while (++i < wheres.length) {
				const stmt = wheres[i];
				if (Object.prototype.hasOwnProperty.call(stmt, "value") && helpers.containsUndefined(stmt.value)) {
					this.undefinedBindingsInfo.push(stmt.column);
					this._undefinedInWhereClause = true;
				}
				const val = this[stmt.type](stmt);
				if (val) {
					if (sql.length === 0) sql[0] = "where";
					else sql.push(stmt.bool);
					sql.push(val);
				}
			}
			return sql.length > 1 ? sql.join(" ") : "";
		}
		group() {
			return this._groupsOrders("group");
		}
		order() {
			return this._groupsOrders("order");
		}
		having() {
			const havings = this.grouped.having;
			if (!havings) return "";
			const sql = ["having"];
			for (let i = 0, l = havings.length; i < l; i++) {
				const s = havings[i];
				const val = this[s.type](s);
				if (val) {
					if (sql.length === 0) sql[0] = "where";
					if (sql.length > 1 || sql.length === 1 && sql[0] !== "having") sql.push(s.bool);
					sql.push(val);
				}
			}
			return sql.length > 1 ? sql.join(" ") : "";
		}
		havingRaw(statement) {
			return this._not(statement, "") + unwrapRaw_(statement.value, void 0, this.builder, this.client, this.bindingsHolder);
		}
		havingWrapped(statement) {
			const val = rawOrFn_(statement.value, "where", this.builder, this.client, this.bindingsHolder);
			return val && this._not(statement, "") + "(" + val.slice(6) + ")" || "";
		}
		havingBasic(statement) {
			return this._not(statement, "") + wrap_(statement.column, void 0, this.builder, this.client, this.bindingsHolder) + " " + operator_(statement.operator, this.builder, this.client, this.bindingsHolder) + " " + this.client.parameter(statement.value, this.builder, this.bindingsHolder);
		}
		havingNull(statement) {
			return wrap_(statement.column, void 0, this.builder, this.client, this.bindingsHolder) + " is " + this._not(statement, "null");
		}
		havingExists(statement) {
			return this._not(statement, "exists") + " (" + rawOrFn_(statement.value, void 0, this.builder, this.client, this.bindingsHolder) + ")";
		}
		havingBetween(statement) {
			return wrap_(statement.column, void 0, this.builder, this.client, this.bindingsHolder) + " " + this._not(statement, "between") + " " + statement.value.map((value) => this.client.parameter(value, this.builder, this.bindingsHolder)).join(" and ");
		}
		havingIn(statement) {
			if (Array.isArray(statement.column)) return this.multiHavingIn(statement);
			return wrap_(statement.column, void 0, this.builder, this.client, this.bindingsHolder) + " " + this._not(statement, "in ") + this.wrap(this.client.parameterize(statement.value, void 0, this.builder, this.bindingsHolder));
		}
		multiHavingIn(statement) {
			return this.multiOnIn(statement);
		}
		union() {
			const onlyUnions = this.onlyUnions();
			const unions = this.grouped.union;
			if (!unions) return "";
			let sql = "";
			for (let i = 0, l = unions.length; i < l; i++) {
				const union = unions[i];
				if (i > 0) sql += " ";
				if (i > 0 || !onlyUnions) sql += union.clause + " ";
				const statement = rawOrFn_(union.value, void 0, this.builder, this.client, this.bindingsHolder);
				if (statement) {
					const wrap = union.wrap;
					if (wrap) sql += "(";
					sql += statement;
					if (wrap) sql += ")";
				}
			}
			return sql;
		}
		onlyUnions() {
			return (!this.grouped.columns || !!this.grouped.columns[0].value) && this.grouped.union && !this.tableName;
		}
		_getValueOrParameterFromAttribute(attribute, rawValue) {
			if (this.single.skipBinding[attribute] === true) return rawValue !== void 0 && rawValue !== null ? rawValue : this.single[attribute];
			return this.client.parameter(this.single[attribute], this.builder, this.bindingsHolder);
		}
		onlyJson() {
			return !this.tableName && this.grouped.columns && this.grouped.columns.length === 1 && this.grouped.columns[0].type === "json";
		}
		limit() {
			if (!this.single.limit && this.single.limit !== 0) return "";
			return `limit ${this._getValueOrParameterFromAttribute("limit")}`;
		}
		offset() {
			if (!this.single.offset) return "";
			return `offset ${this._getValueOrParameterFromAttribute("offset")}`;
		}
		del() {
			const { tableName } = this;
			const withSQL = this.with();
			const joins = this.join();
			const wheres = this.where();
			return withSQL + `delete ${joins ? tableName + " " : ""}from ${this.single.only ? "only " : ""}${tableName}` + (joins ? ` ${joins}` : "") + (wheres ? ` ${wheres}` : "");
		}
		truncate() {
			return `truncate ${this.tableName}`;
		}
		lock() {
			if (this.single.lock) return this[this.single.lock]();
		}
		waitMode() {
			if (this.single.waitMode) return this[this.single.waitMode]();
		}
		skipLocked() {
			throw new Error(".skipLocked() is currently only supported on MySQL 8.0+ and PostgreSQL 9.5+");
		}
		noWait() {
			throw new Error(".noWait() is currently only supported on MySQL 8.0+, MariaDB 10.3.0+ and PostgreSQL 9.5+");
		}
		distinctOn(value) {
			throw new Error(".distinctOn() is currently only supported on PostgreSQL");
		}
		onWrapped(clause) {
			const self = this;
			const wrapJoin = new JoinClause();
			clause.value.call(wrapJoin, wrapJoin);
			let sql = "";
			for (let ii = 0; ii < wrapJoin.clauses.length; ii++) {
				const wrapClause = wrapJoin.clauses[ii];
				if (ii > 0) sql += ` ${wrapClause.bool} `;
				const val = self[wrapClause.type](wrapClause);
				if (val) sql += val;
			}
			if (sql.length) return `(${sql})`;
			return "";
		}
		onBasic(clause) {
			const toWrap = clause.value instanceof QueryBuilder;
			return wrap_(clause.column, void 0, this.builder, this.client, this.bindingsHolder) + " " + operator_(clause.operator, this.builder, this.client, this.bindingsHolder) + " " + (toWrap ? "(" : "") + wrap_(clause.value, void 0, this.builder, this.client, this.bindingsHolder) + (toWrap ? ")" : "");
		}
		onVal(clause) {
			return wrap_(clause.column, void 0, this.builder, this.client, this.bindingsHolder) + " " + operator_(clause.operator, this.builder, this.client, this.bindingsHolder) + " " + this.client.parameter(clause.value, this.builder, this.bindingsHolder);
		}
		onRaw(clause) {
			return unwrapRaw_(clause.value, void 0, this.builder, this.client, this.bindingsHolder);
		}
		onUsing(clause) {
			return "(" + columnize_(clause.column, this.builder, this.client, this.bindingsHolder) + ")";
		}
		_valueClause(statement) {
			return statement.asColumn ? wrap_(statement.value, void 0, this.builder, this.client, this.bindingsHolder) : this.client.parameter(statement.value, this.builder, this.bindingsHolder);
		}
		_columnClause(statement) {
			let columns;
			if (Array.isArray(statement.column)) columns = `(${columnize_(statement.column, this.builder, this.client, this.bindingsHolder)})`;
			else columns = wrap_(statement.column, void 0, this.builder, this.client, this.bindingsHolder);
			return columns;
		}
		whereIn(statement) {
			const columns = this._columnClause(statement);
			const values = this.client.values(statement.value, this.builder, this.bindingsHolder);
			return `${columns} ${this._not(statement, "in ")}${values}`;
		}
		whereLike(statement) {
			return `${this._columnClause(statement)} ${this._not(statement, "like ")}${this._valueClause(statement)}`;
		}
		whereILike(statement) {
			return `${this._columnClause(statement)} ${this._not(statement, "ilike ")}${this._valueClause(statement)}`;
		}
		whereNull(statement) {
			return wrap_(statement.column, void 0, this.builder, this.client, this.bindingsHolder) + " is " + this._not(statement, "null");
		}
		whereBasic(statement) {
			return this._not(statement, "") + wrap_(statement.column, void 0, this.builder, this.client, this.bindingsHolder) + " " + operator_(statement.operator, this.builder, this.client, this.bindingsHolder) + " " + this._valueClause(statement);
		}
		whereExists(statement) {
			return this._not(statement, "exists") + " (" + rawOrFn_(statement.value, void 0, this.builder, this.client, this.bindingsHolder) + ")";
		}
		whereWrapped(statement) {
			const val = rawOrFn_(statement.value, "where", this.builder, this.client, this.bindingsHolder);
			return val && this._not(statement, "") + "(" + val.slice(6) + ")" || "";
		}
		whereBetween(statement) {
			return wrap_(statement.column, void 0, this.builder, this.client, this.bindingsHolder) + " " + this._not(statement, "between") + " " + statement.value.map((value) => this.client.parameter(value, this.builder, this.bindingsHolder)).join(" and ");
		}
		whereRaw(statement) {
			return this._not(statement, "") + unwrapRaw_(statement.value, void 0, this.builder, this.client, this.bindingsHolder);
		}
		_jsonWrapValue(jsonValue) {
			if (!this.builder._isJsonObject(jsonValue)) try {
				return JSON.stringify(JSON.parse(jsonValue.replace(/\n|\t/g, "")));
			} catch (e) {
				return jsonValue;
			}
			return JSON.stringify(jsonValue);
		}
		_jsonValueClause(statement) {
			statement.value = this._jsonWrapValue(statement.value);
			return this._valueClause(statement);
		}
		whereJsonObject(statement) {
			return `${this._columnClause(statement)} ${statement.not ? "!=" : "="} ${this._jsonValueClause(statement)}`;
		}
		wrap(str) {
			if (str.charAt(0) !== "(") return `(${str})`;
			return str;
		}
		json(stmt) {
			return this[stmt.method](stmt.params);
		}
		analytic(stmt) {
			let sql = "";
			const self = this;
			sql += stmt.method + "() over (";
			if (stmt.raw) sql += stmt.raw;
			else {
				if (stmt.partitions.length) {
					sql += "partition by ";
					sql += map(stmt.partitions, function(partition) {
						if (isString(partition)) return self.formatter.columnize(partition);
						else return self.formatter.columnize(partition.column) + (partition.order ? " " + partition.order : "");
					}).join(", ") + " ";
				}
				sql += "order by ";
				sql += map(stmt.order, function(order) {
					if (isString(order)) return self.formatter.columnize(order);
					else return self.formatter.columnize(order.column) + (order.order ? " " + order.order : "");
				}).join(", ");
			}
			sql += ")";
			if (stmt.alias) sql += " as " + self.formatter.wrap(stmt.alias);
			return sql;
		}
		with() {
			if (!this.grouped.with || !this.grouped.with.length) return "";
			const withs = this.grouped.with;
			if (!withs) return;
			const sql = [];
			let i = -1;
			let isRecursive = false;
			while (++i < withs.length) {
				const stmt = withs[i];
				if (stmt.recursive) isRecursive = true;
				const val = this[stmt.type](stmt);
				sql.push(val);
			}
			return `with ${isRecursive ? "recursive " : ""}${sql.join(", ")} `;
		}
		withWrapped(statement) {
			const val = rawOrFn_(statement.value, void 0, this.builder, this.client, this.bindingsHolder);
			const columnList = statement.columnList ? "(" + columnize_(statement.columnList, this.builder, this.client, this.bindingsHolder) + ")" : "";
			const materialized = statement.materialized === void 0 ? "" : statement.materialized ? "materialized " : "not materialized ";
			return val && columnize_(statement.alias, this.builder, this.client, this.bindingsHolder) + columnList + " as " + materialized + "(" + val + ")" || "";
		}
		_not(statement, str) {
			if (statement.not) return `not ${str}`;
			return str;
		}
		_prepInsert(data) {
			const isRaw = rawOrFn_(data, void 0, this.builder, this.client, this.bindingsHolder);
			if (isRaw) return isRaw;
			let columns = [];
			const values = [];
			if (!Array.isArray(data)) data = data ? [data] : [];
			let i = -1;
			while (++i < data.length) {
				if (data[i] == null) break;
				if (i === 0) columns = Object.keys(data[i]).sort();
				const row = new Array(columns.length);
				const keys = Object.keys(data[i]);
				let j = -1;
				while (++j < keys.length) {
					const key = keys[j];
					let idx = columns.indexOf(key);
					if (idx === -1) {
						columns = columns.concat(key).sort();
						idx = columns.indexOf(key);
						let k = -1;
						while (++k < values.length) values[k].splice(idx, 0, void 0);
						row.splice(idx, 0, void 0);
					}
					row[idx] = data[i][key];
				}
				values.push(row);
			}
			return {
				columns,
				values
			};
		}
		_prepUpdate(data = {}) {
			const { counter = {} } = this.single;
			for (const column of Object.keys(counter)) {
				if (has(data, column)) {
					this.client.logger.warn(`increment/decrement called for a column that has already been specified in main .update() call. Ignoring increment/decrement and using value from .update() call.`);
					continue;
				}
				let value = counter[column];
				const symbol = value < 0 ? "-" : "+";
				if (symbol === "-") value = -value;
				data[column] = this.client.raw(`?? ${symbol} ?`, [column, value]);
			}
			data = omitBy(data, isUndefined);
			const vals = [];
			const columns = Object.keys(data);
			let i = -1;
			while (++i < columns.length) vals.push(wrap_(columns[i], void 0, this.builder, this.client, this.bindingsHolder) + " = " + this.client.parameter(data[columns[i]], this.builder, this.bindingsHolder));
			if (isEmpty(vals)) throw new Error([
				"Empty .update() call detected!",
				"Update data does not contain any values to update.",
				"This will result in a faulty query.",
				this.single.table ? `Table: ${this.single.table}.` : "",
				this.single.update ? `Columns: ${Object.keys(this.single.update)}.` : ""
			].join(" "));
			return vals;
		}
		_formatGroupsItemValue(value, nulls) {
			const { formatter } = this;
			let nullOrder = "";
			if (nulls === "last") nullOrder = " is null";
			else if (nulls === "first") nullOrder = " is not null";
			let groupOrder;
			if (value instanceof Raw) groupOrder = unwrapRaw_(value, void 0, this.builder, this.client, this.bindingsHolder);
			else if (value instanceof QueryBuilder || nulls) groupOrder = "(" + formatter.columnize(value) + nullOrder + ")";
			else groupOrder = formatter.columnize(value);
			return groupOrder;
		}
		_basicGroupOrder(item, type) {
			return this._formatGroupsItemValue(item.value, item.nulls) + (type === "order" && item.type !== "orderByRaw" ? ` ${direction_(item.direction, this.builder, this.client, this.bindingsHolder)}` : "");
		}
		_groupOrder(item, type) {
			return this._basicGroupOrder(item, type);
		}
		_groupOrderNulls(item, type) {
			const column = this._formatGroupsItemValue(item.value);
			const direction = type === "order" && item.type !== "orderByRaw" ? ` ${direction_(item.direction, this.builder, this.client, this.bindingsHolder)}` : "";
			if (item.nulls && !(item.value instanceof Raw)) return `${column}${direction ? direction : ""} nulls ${item.nulls}`;
			return column + direction;
		}
		_groupsOrders(type) {
			const items = this.grouped[type];
			if (!items) return "";
			const sql = items.map((item) => {
				return this._groupOrder(item, type);
			});
			return sql.length ? type + " by " + sql.join(", ") : "";
		}
		get tableName() {
			if (!this._tableName) {
				let tableName = this.single.table;
				const schemaName = this.single.schema;
				if (tableName && schemaName) {
					const isQueryBuilder = tableName instanceof QueryBuilder;
					const isRawQuery = tableName instanceof Raw;
					if (!isQueryBuilder && !isRawQuery && !(typeof tableName === "function")) tableName = `${schemaName}.${tableName}`;
				}
				this._tableName = tableName ? wrap_(tableName, tableName instanceof QueryBuilder, this.builder, this.client, this.bindingsHolder) : "";
			}
			return this._tableName;
		}
		_jsonPathWrap(extraction) {
			return this.client.parameter(extraction.path || extraction[1], this.builder, this.bindingsHolder);
		}
		_jsonExtract(nameFunction, params) {
			let extractions;
			if (Array.isArray(params.column)) extractions = params.column;
			else extractions = [params];
			if (!Array.isArray(nameFunction)) nameFunction = [nameFunction];
			return extractions.map((extraction) => {
				let jsonCol = `${columnize_(extraction.column || extraction[0], this.builder, this.client, this.bindingsHolder)}, ${this._jsonPathWrap(extraction)}`;
				nameFunction.forEach((f) => {
					jsonCol = f + "(" + jsonCol + ")";
				});
				const alias = extraction.alias || extraction[2];
				return alias ? this.client.alias(jsonCol, this.formatter.wrap(alias)) : jsonCol;
			}).join(", ");
		}
		_jsonSet(nameFunction, params) {
			const jsonSet = `${nameFunction}(${columnize_(params.column, this.builder, this.client, this.bindingsHolder)}, ${this.client.parameter(params.path, this.builder, this.bindingsHolder)}, ${this.client.parameter(params.value, this.builder, this.bindingsHolder)})`;
			return params.alias ? this.client.alias(jsonSet, this.formatter.wrap(params.alias)) : jsonSet;
		}
		_whereJsonPath(nameFunction, statement) {
			return `${nameFunction}(${this._columnClause(statement)}, ${this._jsonPathWrap({ path: statement.jsonPath })}) ${operator_(statement.operator, this.builder, this.client, this.bindingsHolder)} ${this._jsonValueClause(statement)}`;
		}
		_onJsonPathEquals(nameJoinFunction, clause) {
			return nameJoinFunction + "(" + wrap_(clause.columnFirst, void 0, this.builder, this.client, this.bindingsHolder) + ", " + this.client.parameter(clause.jsonPathFirst, this.builder, this.bindingsHolder) + ") = " + nameJoinFunction + "(" + wrap_(clause.columnSecond, void 0, this.builder, this.client, this.bindingsHolder) + ", " + this.client.parameter(clause.jsonPathSecond, this.builder, this.bindingsHolder) + ")";
		}
	};
	QueryCompiler.prototype.invalidClauses = defaultInvalidClauses;
	module.exports = QueryCompiler;
}));
var require_builder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { EventEmitter } = __require("events");
	const toArray = require_toArray();
	const assign = require_assign();
	const { addQueryContext } = require_helpers$1();
	const saveAsyncStack = require_save_async_stack();
	const { augmentWithBuilderInterface } = require_builder_interface_augmenter();
	var SchemaBuilder = class extends EventEmitter {
		constructor(client) {
			super();
			this.client = client;
			this._sequence = [];
			if (client.config) {
				this._debug = client.config.debug;
				saveAsyncStack(this, 4);
			}
		}
		withSchema(schemaName) {
			this._schema = schemaName;
			return this;
		}
		toString() {
			return this.toQuery();
		}
		toSQL() {
			return this.client.schemaCompiler(this).toSQL();
		}
		async generateDdlCommands() {
			return await this.client.schemaCompiler(this).generateDdlCommands();
		}
	};
	[
		"createTable",
		"createTableIfNotExists",
		"createTableLike",
		"createView",
		"createViewOrReplace",
		"createMaterializedView",
		"refreshMaterializedView",
		"dropView",
		"dropViewIfExists",
		"dropMaterializedView",
		"dropMaterializedViewIfExists",
		"createSchema",
		"createSchemaIfNotExists",
		"dropSchema",
		"dropSchemaIfExists",
		"createExtension",
		"createExtensionIfNotExists",
		"dropExtension",
		"dropExtensionIfExists",
		"table",
		"alterTable",
		"view",
		"alterView",
		"hasTable",
		"hasColumn",
		"dropTable",
		"renameTable",
		"renameView",
		"dropTableIfExists",
		"raw"
	].forEach(function(method) {
		SchemaBuilder.prototype[method] = function() {
			if (method === "createTableIfNotExists") this.client.logger.warn([
				"Use async .hasTable to check if table exists and then use plain .createTable. Since ",
				".createTableIfNotExists actually just generates plain \"CREATE TABLE IF NOT EXIST...\" ",
				"query it will not work correctly if there are any alter table queries generated for ",
				"columns afterwards. To not break old migrations this function is left untouched for now",
				", but it should not be used when writing new code and it is removed from documentation."
			].join(""));
			if (method === "table") method = "alterTable";
			if (method === "view") method = "alterView";
			this._sequence.push({
				method,
				args: toArray(arguments)
			});
			return this;
		};
	});
	SchemaBuilder.extend = (methodName, fn) => {
		if (Object.prototype.hasOwnProperty.call(SchemaBuilder.prototype, methodName)) throw new Error(`Can't extend SchemaBuilder with existing method ('${methodName}').`);
		assign(SchemaBuilder.prototype, { [methodName]: fn });
	};
	augmentWithBuilderInterface(SchemaBuilder);
	addQueryContext(SchemaBuilder);
	module.exports = SchemaBuilder;
}));
var require_helpers = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const tail = require_tail();
	const { isString } = require_is();
	function pushQuery(query) {
		if (!query) return;
		if (isString(query)) query = { sql: query };
		if (!query.bindings) query.bindings = this.bindingsHolder.bindings;
		this.sequence.push(query);
		this.formatter = this.client.formatter(this._commonBuilder);
		this.bindings = [];
		this.formatter.bindings = this.bindings;
	}
	function pushAdditional(fn) {
		const child = new this.constructor(this.client, this.tableCompiler, this.columnBuilder);
		fn.call(child, tail(arguments));
		this.sequence.additional = (this.sequence.additional || []).concat(child.sequence);
	}
	function unshiftQuery(query) {
		if (!query) return;
		if (isString(query)) query = { sql: query };
		if (!query.bindings) query.bindings = this.bindingsHolder.bindings;
		this.sequence.unshift(query);
		this.formatter = this.client.formatter(this._commonBuilder);
		this.bindings = [];
		this.formatter.bindings = this.bindings;
	}
	module.exports = {
		pushAdditional,
		pushQuery,
		unshiftQuery
	};
}));
var require_compiler$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { pushQuery, pushAdditional, unshiftQuery } = require_helpers();
	var SchemaCompiler = class {
		constructor(client, builder) {
			this.builder = builder;
			this._commonBuilder = this.builder;
			this.client = client;
			this.schema = builder._schema;
			this.bindings = [];
			this.bindingsHolder = this;
			this.formatter = client.formatter(builder);
			this.formatter.bindings = this.bindings;
			this.sequence = [];
		}
		createSchema() {
			throwOnlyPGError("createSchema");
		}
		createSchemaIfNotExists() {
			throwOnlyPGError("createSchemaIfNotExists");
		}
		dropSchema() {
			throwOnlyPGError("dropSchema");
		}
		dropSchemaIfExists() {
			throwOnlyPGError("dropSchemaIfExists");
		}
		dropTable(tableName) {
			this.pushQuery(this.dropTablePrefix + this.formatter.wrap(prefixedTableName(this.schema, tableName)));
		}
		dropTableIfExists(tableName) {
			this.pushQuery(this.dropTablePrefix + "if exists " + this.formatter.wrap(prefixedTableName(this.schema, tableName)));
		}
		dropView(viewName) {
			this._dropView(viewName, false, false);
		}
		dropViewIfExists(viewName) {
			this._dropView(viewName, true, false);
		}
		dropMaterializedView(viewName) {
			throw new Error("materialized views are not supported by this dialect.");
		}
		dropMaterializedViewIfExists(viewName) {
			throw new Error("materialized views are not supported by this dialect.");
		}
		renameView(from, to) {
			throw new Error("rename view is not supported by this dialect (instead drop then create another view).");
		}
		refreshMaterializedView() {
			throw new Error("materialized views are not supported by this dialect.");
		}
		_dropView(viewName, ifExists, materialized) {
			this.pushQuery((materialized ? this.dropMaterializedViewPrefix : this.dropViewPrefix) + (ifExists ? "if exists " : "") + this.formatter.wrap(prefixedTableName(this.schema, viewName)));
		}
		raw(sql, bindings) {
			this.sequence.push(this.client.raw(sql, bindings).toSQL());
		}
		toSQL() {
			const sequence = this.builder._sequence;
			for (let i = 0, l = sequence.length; i < l; i++) {
				const query = sequence[i];
				this[query.method].apply(this, query.args);
			}
			return this.sequence;
		}
		async generateDdlCommands() {
			const generatedCommands = this.toSQL();
			return {
				pre: [],
				sql: Array.isArray(generatedCommands) ? generatedCommands : [generatedCommands],
				check: null,
				post: []
			};
		}
	};
	SchemaCompiler.prototype.dropTablePrefix = "drop table ";
	SchemaCompiler.prototype.dropViewPrefix = "drop view ";
	SchemaCompiler.prototype.dropMaterializedViewPrefix = "drop materialized view ";
	SchemaCompiler.prototype.alterViewPrefix = "alter view ";
	SchemaCompiler.prototype.alterTable = buildTable("alter");
	SchemaCompiler.prototype.createTable = buildTable("create");
	SchemaCompiler.prototype.createTableIfNotExists = buildTable("createIfNot");
	SchemaCompiler.prototype.createTableLike = buildTable("createLike");
	SchemaCompiler.prototype.createView = buildView("create");
	SchemaCompiler.prototype.createViewOrReplace = buildView("createOrReplace");
	SchemaCompiler.prototype.createMaterializedView = buildView("createMaterializedView");
	SchemaCompiler.prototype.alterView = buildView("alter");
	SchemaCompiler.prototype.pushQuery = pushQuery;
	SchemaCompiler.prototype.pushAdditional = pushAdditional;
	SchemaCompiler.prototype.unshiftQuery = unshiftQuery;
	function build(builder) {
		const queryContext = this.builder.queryContext();
		if (queryContext !== void 0 && builder.queryContext() === void 0) builder.queryContext(queryContext);
		builder.setSchema(this.schema);
		const sql = builder.toSQL();
		for (let i = 0, l = sql.length; i < l; i++) this.sequence.push(sql[i]);
	}
	function buildTable(type) {
		if (type === "createLike") return function(tableName, tableNameLike, fn) {
			const builder = this.client.tableBuilder(type, tableName, tableNameLike, fn);
			build.call(this, builder);
		};
		else return function(tableName, fn) {
			const builder = this.client.tableBuilder(type, tableName, null, fn);
			build.call(this, builder);
		};
	}
	function buildView(type) {
		return function(viewName, fn) {
			const builder = this.client.viewBuilder(type, viewName, fn);
			build.call(this, builder);
		};
	}
	function prefixedTableName(prefix, table) {
		return prefix ? `${prefix}.${table}` : table;
	}
	function throwOnlyPGError(operationName) {
		throw new Error(`${operationName} is not supported for this dialect (only PostgreSQL supports it currently).`);
	}
	module.exports = SchemaCompiler;
}));
var require_assignIn = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var copyObject = require__copyObject();
	var createAssigner = require__createAssigner();
	var keysIn = require_keysIn();
	module.exports = createAssigner(function(object, source) {
		copyObject(source, keysIn(source), object);
	});
}));
var require_extend = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require_assignIn();
}));
var require_tablebuilder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const each = require_each();
	const extend = require_extend();
	const assign = require_assign();
	const toArray = require_toArray();
	const helpers = require_helpers$1();
	const { isString, isFunction, isObject } = require_is();
	var TableBuilder = class {
		constructor(client, method, tableName, tableNameLike, fn) {
			this.client = client;
			this._fn = fn;
			this._method = method;
			this._schemaName = void 0;
			this._tableName = tableName;
			this._tableNameLike = tableNameLike;
			this._statements = [];
			this._single = {};
			if (!tableNameLike && !isFunction(this._fn)) throw new TypeError("A callback function must be supplied to calls against `.createTable` and `.table`");
		}
		setSchema(schemaName) {
			this._schemaName = schemaName;
		}
		toSQL() {
			if (this._method === "alter") extend(this, AlterMethods);
			if (this._fn) this._fn.call(this, this);
			return this.client.tableCompiler(this).toSQL();
		}
		timestamps(useTimestamps, defaultToNow, useCamelCase) {
			if (isObject(useTimestamps)) ({useTimestamps, defaultToNow, useCamelCase} = useTimestamps);
			const method = useTimestamps === true ? "timestamp" : "datetime";
			const createdAt = this[method](useCamelCase ? "createdAt" : "created_at");
			const updatedAt = this[method](useCamelCase ? "updatedAt" : "updated_at");
			if (defaultToNow === true) {
				const now = this.client.raw("CURRENT_TIMESTAMP");
				createdAt.notNullable().defaultTo(now);
				updatedAt.notNullable().defaultTo(now);
			}
		}
		comment(value) {
			if (typeof value !== "string") throw new TypeError("Table comment must be string");
			this._single.comment = value;
		}
		foreign(column, keyName) {
			const foreignData = {
				column,
				keyName
			};
			this._statements.push({
				grouping: "alterTable",
				method: "foreign",
				args: [foreignData]
			});
			let returnObj = {
				references(tableColumn) {
					let pieces;
					if (isString(tableColumn)) pieces = tableColumn.split(".");
					if (!pieces || pieces.length === 1) {
						foreignData.references = pieces ? pieces[0] : tableColumn;
						return {
							on(tableName) {
								if (typeof tableName !== "string") throw new TypeError(`Expected tableName to be a string, got: ${typeof tableName}`);
								foreignData.inTable = tableName;
								return returnObj;
							},
							inTable() {
								return this.on.apply(this, arguments);
							}
						};
					}
					foreignData.inTable = pieces[0];
					foreignData.references = pieces[1];
					return returnObj;
				},
				withKeyName(keyName) {
					foreignData.keyName = keyName;
					return returnObj;
				},
				onUpdate(statement) {
					foreignData.onUpdate = statement;
					return returnObj;
				},
				onDelete(statement) {
					foreignData.onDelete = statement;
					return returnObj;
				},
				deferrable: (type) => {
					if ([
						"mysql",
						"mssql",
						"redshift",
						"mysql2",
						"oracledb"
					].indexOf(this.client.dialect) !== -1) throw new Error(`${this.client.dialect} does not support deferrable`);
					foreignData.deferrable = type;
					return returnObj;
				},
				_columnBuilder(builder) {
					extend(builder, returnObj);
					returnObj = builder;
					return builder;
				}
			};
			return returnObj;
		}
		check(checkPredicate, bindings, constraintName) {
			this._statements.push({
				grouping: "checks",
				args: [
					checkPredicate,
					bindings,
					constraintName
				]
			});
			return this;
		}
	};
	[
		"index",
		"primary",
		"unique",
		"dropPrimary",
		"dropPrimaryIfExists",
		"dropUnique",
		"dropUniqueIfExists",
		"dropIndex",
		"dropForeign",
		"dropForeignIfExists"
	].forEach((method) => {
		TableBuilder.prototype[method] = function() {
			this._statements.push({
				grouping: "alterTable",
				method,
				args: toArray(arguments)
			});
			return this;
		};
	});
	each({
		mysql: [
			"engine",
			"charset",
			"collate"
		],
		postgresql: ["inherits"]
	}, function(methods, dialect) {
		methods.forEach(function(method) {
			TableBuilder.prototype[method] = function(value) {
				if (this.client.dialect !== dialect) throw new Error(`Knex only supports ${method} statement with ${dialect}.`);
				if (this._method === "alter") throw new Error(`Knex does not support altering the ${method} outside of create table, please use knex.raw statement.`);
				this._single[method] = value;
			};
		});
	});
	helpers.addQueryContext(TableBuilder);
	[
		"tinyint",
		"smallint",
		"mediumint",
		"int",
		"bigint",
		"decimal",
		"float",
		"double",
		"real",
		"bit",
		"boolean",
		"serial",
		"date",
		"datetime",
		"timestamp",
		"time",
		"year",
		"geometry",
		"geography",
		"point",
		"char",
		"varchar",
		"tinytext",
		"tinyText",
		"text",
		"mediumtext",
		"mediumText",
		"longtext",
		"longText",
		"binary",
		"varbinary",
		"tinyblob",
		"tinyBlob",
		"mediumblob",
		"mediumBlob",
		"blob",
		"longblob",
		"longBlob",
		"enum",
		"set",
		"bool",
		"dateTime",
		"increments",
		"bigincrements",
		"bigIncrements",
		"integer",
		"biginteger",
		"bigInteger",
		"string",
		"json",
		"jsonb",
		"uuid",
		"enu",
		"specificType"
	].forEach((type) => {
		TableBuilder.prototype[type] = function() {
			const args = toArray(arguments);
			const builder = this.client.columnBuilder(this, type, args);
			this._statements.push({
				grouping: "columns",
				builder
			});
			return builder;
		};
	});
	const AlterMethods = {
		renameColumn(from, to) {
			this._statements.push({
				grouping: "alterTable",
				method: "renameColumn",
				args: [from, to]
			});
			return this;
		},
		dropTimestamps() {
			return this.dropColumns(arguments[0] === true ? ["createdAt", "updatedAt"] : ["created_at", "updated_at"]);
		},
		setNullable(column) {
			this._statements.push({
				grouping: "alterTable",
				method: "setNullable",
				args: [column]
			});
			return this;
		},
		check(checkPredicate, bindings, constraintName) {
			this._statements.push({
				grouping: "alterTable",
				method: "check",
				args: [
					checkPredicate,
					bindings,
					constraintName
				]
			});
		},
		dropChecks() {
			this._statements.push({
				grouping: "alterTable",
				method: "dropChecks",
				args: toArray(arguments)
			});
		},
		dropNullable(column) {
			this._statements.push({
				grouping: "alterTable",
				method: "dropNullable",
				args: [column]
			});
			return this;
		}
	};
	AlterMethods.dropColumn = AlterMethods.dropColumns = function() {
		this._statements.push({
			grouping: "alterTable",
			method: "dropColumn",
			args: toArray(arguments)
		});
		return this;
	};
	TableBuilder.extend = (methodName, fn) => {
		if (Object.prototype.hasOwnProperty.call(TableBuilder.prototype, methodName)) throw new Error(`Can't extend TableBuilder with existing method ('${methodName}').`);
		assign(TableBuilder.prototype, { [methodName]: fn });
	};
	module.exports = TableBuilder;
}));
var require_indexOf = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseIndexOf = require__baseIndexOf();
	var toInteger = require_toInteger();
	var nativeMax = Math.max;
	/**
	* Gets the index at which the first occurrence of `value` is found in `array`
	* using [`SameValueZero`](http://ecma-international.org/ecma-262/7.0/#sec-samevaluezero)
	* for equality comparisons. If `fromIndex` is negative, it's used as the
	* offset from the end of `array`.
	*
	* @static
	* @memberOf _
	* @since 0.1.0
	* @category Array
	* @param {Array} array The array to inspect.
	* @param {*} value The value to search for.
	* @param {number} [fromIndex=0] The index to search from.
	* @returns {number} Returns the index of the matched value, else `-1`.
	* @example
	*
	* _.indexOf([1, 2, 1, 2], 2);
	* // => 1
	*
	* // Search from the `fromIndex`.
	* _.indexOf([1, 2, 1, 2], 2, 2);
	* // => 3
	*/
	function indexOf(array, value, fromIndex) {
		var length = array == null ? 0 : array.length;
		if (!length) return -1;
		var index = fromIndex == null ? 0 : toInteger(fromIndex);
		if (index < 0) index = nativeMax(length + index, 0);
		return baseIndexOf(array, value, index);
	}
	module.exports = indexOf;
}));
var require_tablecompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { pushAdditional, pushQuery, unshiftQuery } = require_helpers();
	const helpers = require_helpers$1();
	const groupBy = require_groupBy();
	const indexOf = require_indexOf();
	const isEmpty = require_isEmpty();
	const tail = require_tail();
	const { normalizeArr } = require_helpers$1();
	var TableCompiler = class {
		constructor(client, tableBuilder) {
			this.client = client;
			this.tableBuilder = tableBuilder;
			this._commonBuilder = this.tableBuilder;
			this.method = tableBuilder._method;
			this.schemaNameRaw = tableBuilder._schemaName;
			this.tableNameRaw = tableBuilder._tableName;
			this.tableNameLikeRaw = tableBuilder._tableNameLike;
			this.single = tableBuilder._single;
			this.grouped = groupBy(tableBuilder._statements, "grouping");
			this.formatter = client.formatter(tableBuilder);
			this.bindings = [];
			this.formatter.bindings = this.bindings;
			this.bindingsHolder = this;
			this.sequence = [];
			this._formatting = client.config && client.config.formatting;
			this.checksCount = 0;
		}
		toSQL() {
			this[this.method]();
			return this.sequence;
		}
		create(ifNot, like) {
			const columns = this.getColumns().map((col) => col.toSQL());
			const columnTypes = this.getColumnTypes(columns);
			if (this.createAlterTableMethods) this.alterTableForCreate(columnTypes);
			this.createQuery(columnTypes, ifNot, like);
			this.columnQueries(columns);
			delete this.single.comment;
			this.alterTable();
		}
		createIfNot() {
			this.create(true);
		}
		createLike() {
			this.create(false, true);
		}
		createLikeIfNot() {
			this.create(true, true);
		}
		alter() {
			const addColumns = this.getColumns().map((col) => col.toSQL());
			const alterColBuilders = this.getColumns("alter");
			const alterColumns = alterColBuilders.map((col) => col.toSQL());
			const addColumnTypes = this.getColumnTypes(addColumns);
			const alterColumnTypes = this.getColumnTypes(alterColumns);
			this.addColumns(addColumnTypes);
			this.alterColumns(alterColumnTypes, alterColBuilders);
			this.columnQueries(addColumns);
			this.columnQueries(alterColumns);
			this.alterTable();
		}
		foreign(foreignData) {
			if (foreignData.inTable && foreignData.references) {
				const keyName = foreignData.keyName ? this.formatter.wrap(foreignData.keyName) : this._indexCommand("foreign", this.tableNameRaw, foreignData.column);
				const column = this.formatter.columnize(foreignData.column);
				const references = this.formatter.columnize(foreignData.references);
				const inTable = this.formatter.wrap(foreignData.inTable);
				const onUpdate = foreignData.onUpdate ? (this.lowerCase ? " on update " : " ON UPDATE ") + foreignData.onUpdate : "";
				const onDelete = foreignData.onDelete ? (this.lowerCase ? " on delete " : " ON DELETE ") + foreignData.onDelete : "";
				const deferrable = foreignData.deferrable ? this.lowerCase ? ` deferrable initially ${foreignData.deferrable.toLowerCase()} ` : ` DEFERRABLE INITIALLY ${foreignData.deferrable.toUpperCase()} ` : "";
				if (this.lowerCase) this.pushQuery((!this.forCreate ? `alter table ${this.tableName()} add ` : "") + "constraint " + keyName + " foreign key (" + column + ") references " + inTable + " (" + references + ")" + onUpdate + onDelete + deferrable);
				else this.pushQuery((!this.forCreate ? `ALTER TABLE ${this.tableName()} ADD ` : "") + "CONSTRAINT " + keyName + " FOREIGN KEY (" + column + ") REFERENCES " + inTable + " (" + references + ")" + onUpdate + onDelete + deferrable);
			}
		}
		getColumnTypes(columns) {
			return columns.reduce(function(memo, columnSQL) {
				const column = columnSQL[0];
				memo.sql.push(column.sql);
				memo.bindings.concat(column.bindings);
				return memo;
			}, {
				sql: [],
				bindings: []
			});
		}
		columnQueries(columns) {
			const queries = columns.reduce(function(memo, columnSQL) {
				const column = tail(columnSQL);
				if (!isEmpty(column)) return memo.concat(column);
				return memo;
			}, []);
			for (const q of queries) this.pushQuery(q);
		}
		addColumns(columns, prefix) {
			prefix = prefix || this.addColumnsPrefix;
			if (columns.sql.length > 0) {
				const columnSql = columns.sql.map((column) => {
					return prefix + column;
				});
				this.pushQuery({
					sql: (this.lowerCase ? "alter table " : "ALTER TABLE ") + this.tableName() + " " + columnSql.join(", "),
					bindings: columns.bindings
				});
			}
		}
		alterColumns(columns, colBuilders) {
			if (columns.sql.length > 0) this.addColumns(columns, this.alterColumnsPrefix, colBuilders);
		}
		getColumns(method) {
			const columns = this.grouped.columns || [];
			method = method || "add";
			const queryContext = this.tableBuilder.queryContext();
			return columns.filter((column) => column.builder._method === method).map((column) => {
				if (queryContext !== void 0 && column.builder.queryContext() === void 0) column.builder.queryContext(queryContext);
				return this.client.columnCompiler(this, column.builder);
			});
		}
		tableName() {
			const name = this.schemaNameRaw ? `${this.schemaNameRaw}.${this.tableNameRaw}` : this.tableNameRaw;
			return this.formatter.wrap(name);
		}
		tableNameLike() {
			const name = this.schemaNameRaw ? `${this.schemaNameRaw}.${this.tableNameLikeRaw}` : this.tableNameLikeRaw;
			return this.formatter.wrap(name);
		}
		alterTable() {
			const alterTable = this.grouped.alterTable || [];
			for (let i = 0, l = alterTable.length; i < l; i++) {
				const statement = alterTable[i];
				if (this[statement.method]) this[statement.method].apply(this, statement.args);
				else this.client.logger.error(`Debug: ${statement.method} does not exist`);
			}
			for (const item in this.single) if (typeof this[item] === "function") this[item](this.single[item]);
		}
		alterTableForCreate(columnTypes) {
			this.forCreate = true;
			const savedSequence = this.sequence;
			const alterTable = this.grouped.alterTable || [];
			this.grouped.alterTable = [];
			for (let i = 0, l = alterTable.length; i < l; i++) {
				const statement = alterTable[i];
				if (indexOf(this.createAlterTableMethods, statement.method) < 0) {
					this.grouped.alterTable.push(statement);
					continue;
				}
				if (this[statement.method]) {
					this.sequence = [];
					this[statement.method].apply(this, statement.args);
					columnTypes.sql.push(this.sequence[0].sql);
				} else this.client.logger.error(`Debug: ${statement.method} does not exist`);
			}
			this.sequence = savedSequence;
			this.forCreate = false;
		}
		dropIndex(value) {
			this.pushQuery(`drop index${value}`);
		}
		dropUnique() {
			throw new Error("Method implemented in the dialect driver");
		}
		dropUniqueIfExists() {
			throw new Error("Method implemented in the dialect driver");
		}
		dropForeign() {
			throw new Error("Method implemented in the dialect driver");
		}
		dropForeignIfExists() {
			throw new Error("Method implemented in the dialect driver");
		}
		dropPrimaryIfExists() {
			throw new Error("Method implemented in the dialect driver");
		}
		dropColumn() {
			const columns = helpers.normalizeArr.apply(null, arguments);
			const drops = (Array.isArray(columns) ? columns : [columns]).map((column) => {
				return this.dropColumnPrefix + this.formatter.wrap(column);
			});
			this.pushQuery((this.lowerCase ? "alter table " : "ALTER TABLE ") + this.tableName() + " " + drops.join(", "));
		}
		_setNullableState(column, nullable) {
			const tableName = this.tableName();
			const columnName = this.formatter.columnize(column);
			const alterColumnPrefix = this.alterColumnsPrefix;
			return this.pushQuery({
				sql: "SELECT 1",
				output: () => {
					return this.client.queryBuilder().withSchema(this.schemaNameRaw).from(this.tableNameRaw).columnInfo(column).then((columnInfo) => {
						if (isEmpty(columnInfo)) throw new Error(`.setNullable: Column ${columnName} does not exist in table ${tableName}.`);
						const nullableType = nullable ? "null" : "not null";
						const columnType = columnInfo.type + (columnInfo.maxLength ? `(${columnInfo.maxLength})` : "");
						const defaultValue = columnInfo.defaultValue !== null && columnInfo.defaultValue !== void 0 ? `default '${columnInfo.defaultValue}'` : "";
						const sql = `alter table ${tableName} ${alterColumnPrefix} ${columnName} ${columnType} ${nullableType} ${defaultValue}`;
						return this.client.raw(sql);
					});
				}
			});
		}
		setNullable(column) {
			return this._setNullableState(column, true);
		}
		dropNullable(column) {
			return this._setNullableState(column, false);
		}
		dropChecks(checkConstraintNames) {
			if (checkConstraintNames === void 0) return "";
			checkConstraintNames = normalizeArr(checkConstraintNames);
			const sql = `alter table ${this.tableName()} ${checkConstraintNames.map((constraint) => `drop constraint ${constraint}`).join(", ")}`;
			this.pushQuery(sql);
		}
		check(checkPredicate, bindings, constraintName) {
			const tableName = this.tableName();
			let checkConstraint = constraintName;
			if (!checkConstraint) {
				this.checksCount++;
				checkConstraint = tableName + "_" + this.checksCount;
			}
			const sql = `alter table ${tableName} add constraint ${checkConstraint} check(${checkPredicate})`;
			this.pushQuery(sql);
		}
		_addChecks() {
			if (this.grouped.checks) return ", " + this.grouped.checks.map((c) => {
				return `${c.args[2] ? "constraint " + c.args[2] + " " : ""}check (${this.client.raw(c.args[0], c.args[1])})`;
			}).join(", ");
			return "";
		}
		_indexCommand(type, tableName, columns) {
			if (!Array.isArray(columns)) columns = columns ? [columns] : [];
			const indexName = (tableName.replace(/\.|-/g, "_") + "_" + columns.join("_") + "_" + type).toLowerCase();
			return this.formatter.wrap(indexName);
		}
		_getPrimaryKeys() {
			return (this.grouped.alterTable || []).filter((a) => a.method === "primary").flatMap((a) => a.args).flat();
		}
		_canBeAddPrimaryKey(options) {
			return options.primaryKey && this._getPrimaryKeys().length === 0;
		}
		_getIncrementsColumnNames() {
			return this.grouped.columns.filter((c) => c.builder._type === "increments").map((c) => c.builder._args[0]);
		}
		_getBigIncrementsColumnNames() {
			return this.grouped.columns.filter((c) => c.builder._type === "bigincrements").map((c) => c.builder._args[0]);
		}
	};
	TableCompiler.prototype.pushQuery = pushQuery;
	TableCompiler.prototype.pushAdditional = pushAdditional;
	TableCompiler.prototype.unshiftQuery = unshiftQuery;
	TableCompiler.prototype.lowerCase = true;
	TableCompiler.prototype.createAlterTableMethods = null;
	TableCompiler.prototype.addColumnsPrefix = "add column ";
	TableCompiler.prototype.alterColumnsPrefix = "alter column ";
	TableCompiler.prototype.modifyColumnPrefix = "modify column ";
	TableCompiler.prototype.dropColumnPrefix = "drop column ";
	module.exports = TableCompiler;
}));
var require_columnbuilder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const extend = require_extend();
	const assign = require_assign();
	const toArray = require_toArray();
	const { addQueryContext } = require_helpers$1();
	var ColumnBuilder = class {
		constructor(client, tableBuilder, type, args) {
			this.client = client;
			this._method = "add";
			this._single = {};
			this._modifiers = {};
			this._statements = [];
			this._type = columnAlias[type] || type;
			this._args = args;
			this._tableBuilder = tableBuilder;
			if (tableBuilder._method === "alter") extend(this, AlterMethods);
		}
		references(value) {
			return this._tableBuilder.foreign.call(this._tableBuilder, this._args[0], void 0, this)._columnBuilder(this).references(value);
		}
	};
	const modifiers = [
		"default",
		"defaultsTo",
		"defaultTo",
		"unsigned",
		"nullable",
		"first",
		"after",
		"comment",
		"collate",
		"check",
		"checkPositive",
		"checkNegative",
		"checkIn",
		"checkNotIn",
		"checkBetween",
		"checkLength",
		"checkRegex"
	];
	const aliasMethod = {
		default: "defaultTo",
		defaultsTo: "defaultTo"
	};
	modifiers.forEach(function(method) {
		const key = aliasMethod[method] || method;
		ColumnBuilder.prototype[method] = function() {
			this._modifiers[key] = toArray(arguments);
			return this;
		};
	});
	addQueryContext(ColumnBuilder);
	ColumnBuilder.prototype.notNull = ColumnBuilder.prototype.notNullable = function notNullable() {
		return this.nullable(false);
	};
	[
		"index",
		"primary",
		"unique"
	].forEach(function(method) {
		ColumnBuilder.prototype[method] = function() {
			if (this._type.toLowerCase().indexOf("increments") === -1) this._tableBuilder[method].apply(this._tableBuilder, [this._args[0]].concat(toArray(arguments)));
			return this;
		};
	});
	ColumnBuilder.extend = (methodName, fn) => {
		if (Object.prototype.hasOwnProperty.call(ColumnBuilder.prototype, methodName)) throw new Error(`Can't extend ColumnBuilder with existing method ('${methodName}').`);
		assign(ColumnBuilder.prototype, { [methodName]: fn });
	};
	const AlterMethods = {};
	AlterMethods.drop = function() {
		this._single.drop = true;
		return this;
	};
	AlterMethods.alterType = function(type) {
		this._statements.push({
			grouping: "alterType",
			value: type
		});
		return this;
	};
	AlterMethods.alter = function({ alterNullable = true, alterType = true } = {}) {
		this._method = "alter";
		this.alterNullable = alterNullable;
		this.alterType = alterType;
		return this;
	};
	const columnAlias = {
		float: "floating",
		enum: "enu",
		boolean: "bool",
		string: "varchar",
		bigint: "bigInteger"
	};
	module.exports = ColumnBuilder;
}));
var require_head = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Gets the first element of `array`.
	*
	* @static
	* @memberOf _
	* @since 0.1.0
	* @alias first
	* @category Array
	* @param {Array} array The array to query.
	* @returns {*} Returns the first element of `array`.
	* @example
	*
	* _.head([1, 2, 3]);
	* // => 1
	*
	* _.head([]);
	* // => undefined
	*/
	function head(array) {
		return array && array.length ? array[0] : void 0;
	}
	module.exports = head;
}));
var require_first = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require_head();
}));
var require_columncompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const helpers = require_helpers();
	const groupBy = require_groupBy();
	const first = require_first();
	const has = require_has();
	const tail = require_tail();
	const { toNumber } = require_helpers$1();
	const { formatDefault } = require_formatterUtils();
	const { operator: operator_ } = require_wrappingFormatter();
	var ColumnCompiler = class {
		constructor(client, tableCompiler, columnBuilder) {
			this.client = client;
			this.tableCompiler = tableCompiler;
			this.columnBuilder = columnBuilder;
			this._commonBuilder = this.columnBuilder;
			this.args = columnBuilder._args;
			this.type = columnBuilder._type.toLowerCase();
			this.grouped = groupBy(columnBuilder._statements, "grouping");
			this.modified = columnBuilder._modifiers;
			this.isIncrements = this.type.indexOf("increments") !== -1;
			this.formatter = client.formatter(columnBuilder);
			this.bindings = [];
			this.formatter.bindings = this.bindings;
			this.bindingsHolder = this;
			this.sequence = [];
			this.modifiers = [];
			this.checksCount = 0;
		}
		_addCheckModifiers() {
			this.modifiers.push("check", "checkPositive", "checkNegative", "checkIn", "checkNotIn", "checkBetween", "checkLength", "checkRegex");
		}
		defaults(label) {
			if (Object.prototype.hasOwnProperty.call(this._defaultMap, label)) return this._defaultMap[label].bind(this)();
			else throw new Error(`There is no default for the specified identifier ${label}`);
		}
		toSQL() {
			this.pushQuery(this.compileColumn());
			if (this.sequence.additional) this.sequence = this.sequence.concat(this.sequence.additional);
			return this.sequence;
		}
		compileColumn() {
			return this.formatter.wrap(this.getColumnName()) + " " + this.getColumnType() + this.getModifiers();
		}
		getColumnName() {
			return first(this.args) || this.defaults("columnName");
		}
		getColumnType() {
			if (!this._columnType) {
				const type = this[this.type];
				this._columnType = typeof type === "function" ? type.apply(this, tail(this.args)) : type;
			}
			return this._columnType;
		}
		getModifiers() {
			const modifiers = [];
			for (let i = 0, l = this.modifiers.length; i < l; i++) {
				const modifier = this.modifiers[i];
				if (!this.isIncrements || this.isIncrements && modifier === "comment") {
					if (has(this.modified, modifier)) {
						const val = this[modifier].apply(this, this.modified[modifier]);
						if (val) modifiers.push(val);
					}
				}
			}
			return modifiers.length > 0 ? ` ${modifiers.join(" ")}` : "";
		}
		varchar(length) {
			return `varchar(${toNumber(length, 255)})`;
		}
		floating(precision, scale) {
			return `float(${toNumber(precision, 8)}, ${toNumber(scale, 2)})`;
		}
		decimal(precision, scale) {
			if (precision === null) throw new Error("Specifying no precision on decimal columns is not supported for that SQL dialect.");
			return `decimal(${toNumber(precision, 8)}, ${toNumber(scale, 2)})`;
		}
		specifictype(type) {
			return type;
		}
		nullable(nullable) {
			return nullable === false ? "not null" : "null";
		}
		notNullable() {
			return this.nullable(false);
		}
		defaultTo(value) {
			return `default ${formatDefault(value, this.type, this.client)}`;
		}
		increments(options = { primaryKey: true }) {
			return "integer not null" + (this.tableCompiler._canBeAddPrimaryKey(options) ? " primary key" : "") + " autoincrement";
		}
		bigincrements(options = { primaryKey: true }) {
			return this.increments(options);
		}
		_pushAlterCheckQuery(checkPredicate, constraintName) {
			let checkName = constraintName;
			if (!checkName) {
				this.checksCount++;
				checkName = this.tableCompiler.tableNameRaw + "_" + this.getColumnName() + "_" + this.checksCount;
			}
			this.pushAdditional(function() {
				this.pushQuery(`alter table ${this.tableCompiler.tableName()} add constraint ${checkName} check(${checkPredicate})`);
			});
		}
		_checkConstraintName(constraintName) {
			return constraintName ? `constraint ${constraintName} ` : "";
		}
		_check(checkPredicate, constraintName) {
			if (this.columnBuilder._method === "alter") {
				this._pushAlterCheckQuery(checkPredicate, constraintName);
				return "";
			}
			return `${this._checkConstraintName(constraintName)}check (${checkPredicate})`;
		}
		checkPositive(constraintName) {
			return this._check(`${this.formatter.wrap(this.getColumnName())} ${operator_(">", this.columnBuilder, this.bindingsHolder)} 0`, constraintName);
		}
		checkNegative(constraintName) {
			return this._check(`${this.formatter.wrap(this.getColumnName())} ${operator_("<", this.columnBuilder, this.bindingsHolder)} 0`, constraintName);
		}
		_checkIn(values, constraintName, not) {
			return this._check(`${this.formatter.wrap(this.getColumnName())} ${not ? "not " : ""}in (${values.map((v) => this.client._escapeBinding(v)).join(",")})`, constraintName);
		}
		checkIn(values, constraintName) {
			return this._checkIn(values, constraintName);
		}
		checkNotIn(values, constraintName) {
			return this._checkIn(values, constraintName, true);
		}
		checkBetween(intervals, constraintName) {
			if (intervals.length === 2 && !Array.isArray(intervals[0]) && !Array.isArray(intervals[1])) intervals = [intervals];
			const intervalChecks = intervals.map((interval) => {
				return `${this.formatter.wrap(this.getColumnName())} between ${this.client._escapeBinding(interval[0])} and ${this.client._escapeBinding(interval[1])}`;
			}).join(" or ");
			return this._check(intervalChecks, constraintName);
		}
		checkLength(operator, length, constraintName) {
			return this._check(`length(${this.formatter.wrap(this.getColumnName())}) ${operator_(operator, this.columnBuilder, this.bindingsHolder)} ${toNumber(length)}`, constraintName);
		}
	};
	ColumnCompiler.prototype.binary = "blob";
	ColumnCompiler.prototype.bool = "boolean";
	ColumnCompiler.prototype.date = "date";
	ColumnCompiler.prototype.datetime = "datetime";
	ColumnCompiler.prototype.time = "time";
	ColumnCompiler.prototype.timestamp = "timestamp";
	ColumnCompiler.prototype.geometry = "geometry";
	ColumnCompiler.prototype.geography = "geography";
	ColumnCompiler.prototype.point = "point";
	ColumnCompiler.prototype.enu = "varchar";
	ColumnCompiler.prototype.bit = ColumnCompiler.prototype.json = "text";
	ColumnCompiler.prototype.uuid = ({ useBinaryUuid = false, primaryKey = false } = {}) => useBinaryUuid ? "binary(16)" : "char(36)";
	ColumnCompiler.prototype.integer = ColumnCompiler.prototype.smallint = ColumnCompiler.prototype.mediumint = "integer";
	ColumnCompiler.prototype.biginteger = "bigint";
	ColumnCompiler.prototype.text = "text";
	ColumnCompiler.prototype.tinyint = "tinyint";
	ColumnCompiler.prototype.pushQuery = helpers.pushQuery;
	ColumnCompiler.prototype.pushAdditional = helpers.pushAdditional;
	ColumnCompiler.prototype.unshiftQuery = helpers.unshiftQuery;
	ColumnCompiler.prototype._defaultMap = { columnName: function() {
		if (!this.isIncrements) throw new Error(`You did not specify a column name for the ${this.type} column.`);
		return "id";
	} };
	module.exports = ColumnCompiler;
}));
var require_ref = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Raw = require_raw();
	var Ref = class extends Raw {
		constructor(client, ref) {
			super(client);
			this.ref = ref;
			this._schema = null;
			this._alias = null;
		}
		withSchema(schema) {
			this._schema = schema;
			return this;
		}
		as(alias) {
			this._alias = alias;
			return this;
		}
		toSQL() {
			const string = this._schema ? `${this._schema}.${this.ref}` : this.ref;
			const formatter = this.client.formatter(this);
			const ref = formatter.columnize(string);
			const sql = this._alias ? `${ref} as ${formatter.wrap(this._alias)}` : ref;
			this.set(sql, []);
			return super.toSQL(...arguments);
		}
	};
	module.exports = Ref;
}));
var require_formatter = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { columnize: columnize_, wrap: wrap_ } = require_wrappingFormatter();
	var Formatter = class {
		constructor(client, builder) {
			this.client = client;
			this.builder = builder;
			this.bindings = [];
		}
		columnize(target) {
			return columnize_(target, this.builder, this.client, this);
		}
		wrap(value, isParameter) {
			return wrap_(value, isParameter, this.builder, this.client, this);
		}
	};
	module.exports = Formatter;
}));
var require_viewbuilder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const helpers = require_helpers$1();
	const extend = require_extend();
	const assign = require_assign();
	var ViewBuilder = class {
		constructor(client, method, viewName, fn) {
			this.client = client;
			this._method = method;
			this._schemaName = void 0;
			this._columns = void 0;
			this._fn = fn;
			this._viewName = viewName;
			this._statements = [];
			this._single = {};
		}
		setSchema(schemaName) {
			this._schemaName = schemaName;
		}
		columns(columns) {
			this._columns = columns;
		}
		as(selectQuery) {
			this._selectQuery = selectQuery;
		}
		checkOption() {
			throw new Error("check option definition is not supported by this dialect.");
		}
		localCheckOption() {
			throw new Error("check option definition is not supported by this dialect.");
		}
		cascadedCheckOption() {
			throw new Error("check option definition is not supported by this dialect.");
		}
		toSQL() {
			if (this._method === "alter") extend(this, AlterMethods);
			this._fn.call(this, this);
			return this.client.viewCompiler(this).toSQL();
		}
	};
	const AlterMethods = { column(column) {
		const self = this;
		return {
			rename: function(newName) {
				self._statements.push({
					grouping: "alterView",
					method: "renameColumn",
					args: [column, newName]
				});
				return this;
			},
			defaultTo: function(defaultValue) {
				self._statements.push({
					grouping: "alterView",
					method: "defaultTo",
					args: [column, defaultValue]
				});
				return this;
			}
		};
	} };
	helpers.addQueryContext(ViewBuilder);
	ViewBuilder.extend = (methodName, fn) => {
		if (Object.prototype.hasOwnProperty.call(ViewBuilder.prototype, methodName)) throw new Error(`Can't extend ViewBuilder with existing method ('${methodName}').`);
		assign(ViewBuilder.prototype, { [methodName]: fn });
	};
	module.exports = ViewBuilder;
}));
var require_viewcompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { pushQuery } = require_helpers();
	const groupBy = require_groupBy();
	const { columnize: columnize_ } = require_wrappingFormatter();
	var ViewCompiler = class {
		constructor(client, viewBuilder) {
			this.client = client;
			this.viewBuilder = viewBuilder;
			this._commonBuilder = this.viewBuilder;
			this.method = viewBuilder._method;
			this.schemaNameRaw = viewBuilder._schemaName;
			this.viewNameRaw = viewBuilder._viewName;
			this.single = viewBuilder._single;
			this.selectQuery = viewBuilder._selectQuery;
			this.columns = viewBuilder._columns;
			this.grouped = groupBy(viewBuilder._statements, "grouping");
			this.formatter = client.formatter(viewBuilder);
			this.bindings = [];
			this.formatter.bindings = this.bindings;
			this.bindingsHolder = this;
			this.sequence = [];
		}
		toSQL() {
			this[this.method]();
			return this.sequence;
		}
		create() {
			this.createQuery(this.columns, this.selectQuery);
		}
		createOrReplace() {
			throw new Error("replace views is not supported by this dialect.");
		}
		createMaterializedView() {
			throw new Error("materialized views are not supported by this dialect.");
		}
		createQuery(columns, selectQuery, materialized, replace) {
			const createStatement = "create " + (materialized ? "materialized " : "") + (replace ? "or replace " : "") + "view ";
			const columnList = columns ? " (" + columnize_(columns, this.viewBuilder, this.client, this.bindingsHolder) + ")" : "";
			let sql = createStatement + this.viewName() + columnList;
			sql += " as ";
			sql += selectQuery.toString();
			switch (this.single.checkOption) {
				case "default_option":
					sql += " with check option";
					break;
				case "local":
					sql += " with local check option";
					break;
				case "cascaded": sql += " with cascaded check option";
			}
			this.pushQuery({ sql });
		}
		renameView(from, to) {
			throw new Error("rename view is not supported by this dialect (instead drop, then create another view).");
		}
		refreshMaterializedView() {
			throw new Error("materialized views are not supported by this dialect.");
		}
		alter() {
			this.alterView();
		}
		alterView() {
			const alterView = this.grouped.alterView || [];
			for (let i = 0, l = alterView.length; i < l; i++) {
				const statement = alterView[i];
				if (this[statement.method]) this[statement.method].apply(this, statement.args);
				else this.client.logger.error(`Debug: ${statement.method} does not exist`);
			}
			for (const item in this.single) if (typeof this[item] === "function") this[item](this.single[item]);
		}
		renameColumn(from, to) {
			throw new Error("rename column of views is not supported by this dialect.");
		}
		defaultTo(column, defaultValue) {
			throw new Error("change default values of views is not supported by this dialect.");
		}
		viewName() {
			const name = this.schemaNameRaw ? `${this.schemaNameRaw}.${this.viewNameRaw}` : this.viewNameRaw;
			return this.formatter.wrap(name);
		}
	};
	ViewCompiler.prototype.pushQuery = pushQuery;
	module.exports = ViewCompiler;
}));
var require_client = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { TimeoutError } = require_tarn();
	const { KnexPool, isTarnPool } = require_pool();
	const { EventEmitter } = __require("events");
	const { promisify } = __require("util");
	const { makeEscape } = require_string();
	const cloneDeepWith = require_cloneDeepWith();
	const defaults = require_defaults();
	const uniqueId = require_uniqueId();
	const Runner = require_runner();
	const Transaction = require_transaction$6();
	const { executeQuery, enrichQueryObject } = require_query_executioner();
	const QueryBuilder = require_querybuilder();
	const QueryCompiler = require_querycompiler();
	const SchemaBuilder = require_builder();
	const SchemaCompiler = require_compiler$1();
	const TableBuilder = require_tablebuilder();
	const TableCompiler = require_tablecompiler();
	const ColumnBuilder = require_columnbuilder();
	const ColumnCompiler = require_columncompiler();
	const { KnexTimeoutError } = require_timeout();
	const { outputQuery, unwrapRaw } = require_wrappingFormatter();
	const { compileCallback } = require_formatterUtils();
	const Raw = require_raw();
	const Ref = require_ref();
	const Formatter = require_formatter();
	const Logger = require_logger();
	const { POOL_CONFIG_OPTIONS } = require_constants$1();
	const ViewBuilder = require_viewbuilder();
	const ViewCompiler = require_viewcompiler();
	const isPlainObject = require_isPlainObject();
	const { setHiddenProperty } = require_security();
	const debug = require_src()("knex:client");
	function preserveClassInstances(value) {
		if (value !== null && typeof value === "object" && !Array.isArray(value) && !isPlainObject(value)) return value;
	}
	var Client = class extends EventEmitter {
		constructor(config = {}) {
			super();
			this.config = { ...config };
			if (config.connection && typeof config.connection === "object") this.config.connection = { ...config.connection };
			this.logger = new Logger(this.config);
			if (this.config.connection && config.connection.password) setHiddenProperty(this.config.connection, config.connection);
			if (this.dialect && !this.config.client) this.logger.warn(`Using 'this.dialect' to identify the client is deprecated and support for it will be removed in the future. Please use configuration option 'client' instead.`);
			if (!(this.config.client || this.dialect)) throw new Error(`knex: Required configuration option 'client' is missing.`);
			if (config.version) this.version = config.version;
			if (this.config.connection && this.config.connection instanceof Function) {
				this.connectionConfigProvider = this.config.connection;
				this.connectionConfigExpirationChecker = () => true;
			} else {
				this.connectionSettings = cloneDeepWith(this.config.connection || {}, preserveClassInstances);
				if (config.connection && config.connection.password) setHiddenProperty(this.connectionSettings, this.config.connection);
				this.connectionConfigExpirationChecker = null;
			}
			if (this.driverName && config.connection) this.initializeDriver();
			if (this.driverName && (config.connection || config.connectionPool)) {
				if (!config.pool || config.pool && config.pool.max !== 0) this.initializePool(this.config);
			}
			this.valueForUndefined = this.raw("DEFAULT");
			if (config.useNullAsDefault) this.valueForUndefined = null;
		}
		formatter(builder) {
			return new Formatter(this, builder);
		}
		queryBuilder() {
			return new QueryBuilder(this);
		}
		queryCompiler(builder, formatter) {
			return new QueryCompiler(this, builder, formatter);
		}
		schemaBuilder() {
			return new SchemaBuilder(this);
		}
		schemaCompiler(builder) {
			return new SchemaCompiler(this, builder);
		}
		tableBuilder(type, tableName, tableNameLike, fn) {
			return new TableBuilder(this, type, tableName, tableNameLike, fn);
		}
		viewBuilder(type, viewBuilder, fn) {
			return new ViewBuilder(this, type, viewBuilder, fn);
		}
		tableCompiler(tableBuilder) {
			return new TableCompiler(this, tableBuilder);
		}
		viewCompiler(viewCompiler) {
			return new ViewCompiler(this, viewCompiler);
		}
		columnBuilder(tableBuilder, type, args) {
			return new ColumnBuilder(this, tableBuilder, type, args);
		}
		columnCompiler(tableBuilder, columnBuilder) {
			return new ColumnCompiler(this, tableBuilder, columnBuilder);
		}
		runner(builder) {
			return new Runner(this, builder);
		}
		transaction(container, config, outerTx) {
			return new Transaction(this, container, config, outerTx);
		}
		raw() {
			return new Raw(this).set(...arguments);
		}
		ref() {
			return new Ref(this, ...arguments);
		}
		query(connection, queryParam) {
			const queryObject = enrichQueryObject(connection, queryParam, this);
			return executeQuery(connection, queryObject, this);
		}
		stream(connection, queryParam, stream, options) {
			const queryObject = enrichQueryObject(connection, queryParam, this);
			return this._stream(connection, queryObject, stream, options);
		}
		prepBindings(bindings) {
			return bindings;
		}
		positionBindings(sql) {
			return sql;
		}
		postProcessResponse(resp, queryContext) {
			if (this.config.postProcessResponse) return this.config.postProcessResponse(resp, queryContext);
			return resp;
		}
		wrapIdentifier(value, queryContext) {
			return this.customWrapIdentifier(value, this.wrapIdentifierImpl, queryContext);
		}
		customWrapIdentifier(value, origImpl, queryContext) {
			if (this.config.wrapIdentifier) return this.config.wrapIdentifier(value, origImpl, queryContext);
			return origImpl(value);
		}
		wrapIdentifierImpl(value) {
			return value !== "*" ? `"${value.replace(/"/g, "\"\"")}"` : "*";
		}
		initializeDriver() {
			try {
				this.driver = this._driver();
			} catch (e) {
				const message = `Knex: run\n$ npm install ${this._packageName || this.driverName} --save`;
				this.logger.error(`${message}\n${e.message}\n${e.stack}`);
				throw new Error(`${message}\n${e.message}`);
			}
		}
		poolDefaults() {
			return {
				min: 2,
				max: 10,
				propagateCreateError: true
			};
		}
		getPoolSettings(poolConfig) {
			const { afterCreate: userAfterCreate, validate: userValidate, maxConnectionLifetimeMillis, maxConnectionLifetimeJitterMillis, ...tarnOptions } = defaults({}, poolConfig, this.poolDefaults());
			POOL_CONFIG_OPTIONS.forEach((option) => {
				if (option in tarnOptions) this.logger.warn([`Pool config option "${option}" is no longer supported.`, `See https://github.com/Vincit/tarn.js for possible pool config options.`].join(" "));
			});
			const DEFAULT_ACQUIRE_TIMEOUT = 6e4;
			const timeouts = [this.config.acquireConnectionTimeout, tarnOptions.acquireTimeoutMillis].filter((timeout) => timeout !== void 0);
			if (!timeouts.length) timeouts.push(DEFAULT_ACQUIRE_TIMEOUT);
			const acquireTimeoutMillis = Math.min(...timeouts);
			const hasMaxConnectionLifetime = typeof maxConnectionLifetimeMillis === "number" && Number.isFinite(maxConnectionLifetimeMillis) && maxConnectionLifetimeMillis > 0;
			const generateLifetimeLimit = () => {
				if (!hasMaxConnectionLifetime) return null;
				const jitter = typeof maxConnectionLifetimeJitterMillis === "number" && maxConnectionLifetimeJitterMillis > 0 ? Math.floor(Math.random() * maxConnectionLifetimeJitterMillis) : 0;
				return performance.now() + maxConnectionLifetimeMillis + jitter;
			};
			const updatePoolConnectionSettingsFromProvider = async (forceRefresh = false) => {
				if (!this.connectionConfigProvider) return;
				if (!forceRefresh && (!this.connectionConfigExpirationChecker || !this.connectionConfigExpirationChecker())) return;
				const providerResult = await this.connectionConfigProvider();
				if (providerResult.expirationChecker) {
					this.connectionConfigExpirationChecker = providerResult.expirationChecker;
					delete providerResult.expirationChecker;
				} else this.connectionConfigExpirationChecker = null;
				this.connectionSettings = providerResult;
			};
			const connectionIsDisposed = (connection) => {
				if (connection.__knex__disposed) {
					this.logger.warn(`Connection Error: ${connection.__knex__disposed}`);
					return true;
				}
				return false;
			};
			const connectionIsOverLifetime = (connection) => {
				if (!hasMaxConnectionLifetime) return false;
				if (!connection.__knexLifetimeLimit) connection.__knexLifetimeLimit = generateLifetimeLimit();
				return connection.__knexLifetimeLimit && performance.now() > connection.__knexLifetimeLimit;
			};
			const configWasRefreshed = async () => {
				if (!this.connectionConfigExpirationChecker) return false;
				if (!this.connectionConfigExpirationChecker()) return false;
				await updatePoolConnectionSettingsFromProvider(true);
				if (this.connectionConfigExpirationChecker && this.connectionConfigExpirationChecker()) throw new Error("Connection configuration still reported expired after refresh");
				return true;
			};
			const tarnPoolConfig = {
				...tarnOptions,
				acquireTimeoutMillis,
				create: async () => {
					await updatePoolConnectionSettingsFromProvider();
					const connection = await this.acquireRawConnection();
					connection.__knexUid = uniqueId("__knexUid");
					if (hasMaxConnectionLifetime) connection.__knexLifetimeLimit = generateLifetimeLimit();
					if (userAfterCreate) await promisify(userAfterCreate)(connection);
					return connection;
				},
				destroy: (connection) => {
					if (connection !== void 0) return this.destroyRawConnection(connection);
				},
				validate: async (connection) => {
					if (connectionIsDisposed(connection)) return false;
					if (connectionIsOverLifetime(connection)) return false;
					if (await configWasRefreshed()) return false;
					if (userValidate) try {
						if (!await userValidate(connection)) return false;
					} catch (validationError) {
						this.logger.warn(`Pool validate threw an error: ${validationError.message}`);
						return false;
					}
					return this.validateConnection(connection);
				}
			};
			if (tarnPoolConfig.afterCreate) delete tarnPoolConfig.afterCreate;
			return tarnPoolConfig;
		}
		initializePool(config = this.config) {
			if (this.pool) {
				this.logger.warn("The pool has already been initialized");
				return;
			}
			if (config.connectionPool) {
				this.connectionSettings = {};
				this.connectionConfigExpirationChecker = null;
				if (this.driverName) this.initializeDriver();
				this.initializeExternalPool(config.connectionPool);
			} else {
				this.pool = new KnexPool(this.getPoolSettings(config.pool));
				this._ownsPool = true;
			}
		}
		initializeExternalPool(externalPool) {
			if (this.pool) {
				this.logger.warn("The pool has already been initialized");
				return;
			}
			if (isTarnPool(externalPool)) this.pool = externalPool;
			else this.pool = this.wrapNativePool(externalPool);
			this._ownsPool = false;
		}
		wrapNativePool(_nativePool) {
			throw new Error(`The '${this.driverName || "base"}' dialect does not support native driver pools in 'connectionPool'. Pass a tarn Pool or KnexPool instance instead.`);
		}
		validateConnection(connection) {
			return true;
		}
		async acquireConnection() {
			if (!this.pool) throw new Error("Unable to acquire a connection");
			try {
				const connection = await this.pool.acquire().promise;
				debug("acquired connection from pool: %s", connection.__knexUid);
				if (connection.config) {
					if (connection.config.password) setHiddenProperty(connection.config);
					if (connection.config.authentication && connection.config.authentication.options && connection.config.authentication.options.password) setHiddenProperty(connection.config.authentication.options);
				}
				return connection;
			} catch (error) {
				const withStack = error instanceof Error ? error.stack ?? error.message : String(error);
				this.logger.warn(`Acquire connection error: ${withStack}`);
				let convertedError = error;
				if (error instanceof TimeoutError) {
					convertedError = new KnexTimeoutError("Knex: Timeout acquiring a connection. The pool is probably full. Are you missing a .transacting(trx) call?");
					convertedError.cause = error;
				}
				throw convertedError;
			}
		}
		releaseConnection(connection) {
			debug("releasing connection to pool: %s", connection.__knexUid);
			if (!this.pool.release(connection)) debug("pool refused connection: %s", connection.__knexUid);
			return Promise.resolve();
		}
		async destroy(callback) {
			try {
				if (this.pool && this.pool.destroy && this._ownsPool !== false) await this.pool.destroy();
				this.pool = void 0;
				if (typeof callback === "function") callback();
			} catch (err) {
				if (typeof callback === "function") return callback(err);
				throw err;
			}
		}
		database() {
			return this.connectionSettings.database;
		}
		toString() {
			return "[object KnexClient]";
		}
		assertCanCancelQuery() {
			if (!this.canCancelQuery) throw new Error("Query cancelling not supported for this dialect");
		}
		cancelQuery() {
			throw new Error("Query cancelling not supported for this dialect");
		}
		alias(first, second) {
			return first + " as " + second;
		}
		parameter(value, builder, bindingsHolder) {
			if (typeof value === "function") return outputQuery(compileCallback(value, void 0, this, bindingsHolder), true, builder, this);
			return unwrapRaw(value, true, builder, this, bindingsHolder) || "?";
		}
		parameterize(values, notSetValue, builder, bindingsHolder) {
			if (typeof values === "function") return this.parameter(values, builder, bindingsHolder);
			values = Array.isArray(values) ? values : [values];
			let str = "", i = -1;
			while (++i < values.length) {
				if (i > 0) str += ", ";
				let value = values[i];
				if (isPlainObject(value)) value = JSON.stringify(value);
				str += this.parameter(value === void 0 ? notSetValue : value, builder, bindingsHolder);
			}
			return str;
		}
		values(values, builder, bindingsHolder) {
			if (Array.isArray(values)) {
				if (Array.isArray(values[0])) return `(${values.map((value) => `(${this.parameterize(value, void 0, builder, bindingsHolder)})`).join(", ")})`;
				return `(${this.parameterize(values, void 0, builder, bindingsHolder)})`;
			}
			if (values && values.isRawInstance) return `(${this.parameter(values, builder, bindingsHolder)})`;
			return this.parameter(values, builder, bindingsHolder);
		}
		processPassedConnection(connection) {}
		toPathForJson(jsonPath) {
			return jsonPath;
		}
	};
	Object.assign(Client.prototype, {
		_escapeBinding: makeEscape({ escapeString(str) {
			return `'${str.replace(/'/g, "''")}'`;
		} }),
		canCancelQuery: false
	});
	module.exports = Client;
}));
var require_pg_connection_string = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function parse(str) {
		if (str.charAt(0) === "/") {
			const config = str.split(" ");
			return {
				host: config[0],
				database: config[1]
			};
		}
		const config = {};
		let result;
		let dummyHost = false;
		if (/ |%[^a-f0-9]|%[a-f0-9][^a-f0-9]/i.test(str)) str = encodeURI(str).replace(/\%25(\d\d)/g, "%$1");
		try {
			result = new URL(str, "postgres://base");
		} catch (e) {
			result = new URL(str.replace("@/", "@___DUMMY___/"), "postgres://base");
			dummyHost = true;
		}
		for (const entry of result.searchParams.entries()) config[entry[0]] = entry[1];
		config.user = config.user || decodeURIComponent(result.username);
		config.password = config.password || decodeURIComponent(result.password);
		if (result.protocol == "socket:") {
			config.host = decodeURI(result.pathname);
			config.database = result.searchParams.get("db");
			config.client_encoding = result.searchParams.get("encoding");
			return config;
		}
		const hostname = dummyHost ? "" : result.hostname;
		if (!config.host) config.host = decodeURIComponent(hostname);
		else if (hostname && /^%2f/i.test(hostname)) result.pathname = hostname + result.pathname;
		if (!config.port) config.port = result.port;
		const pathname = result.pathname.slice(1) || null;
		config.database = pathname ? decodeURI(pathname) : null;
		if (config.ssl === "true" || config.ssl === "1") config.ssl = true;
		if (config.ssl === "0") config.ssl = false;
		if (config.sslcert || config.sslkey || config.sslrootcert || config.sslmode) config.ssl = {};
		const fs = config.sslcert || config.sslkey || config.sslrootcert ? __require("fs") : null;
		if (config.sslcert) config.ssl.cert = fs.readFileSync(config.sslcert).toString();
		if (config.sslkey) config.ssl.key = fs.readFileSync(config.sslkey).toString();
		if (config.sslrootcert) config.ssl.ca = fs.readFileSync(config.sslrootcert).toString();
		switch (config.sslmode) {
			case "disable":
				config.ssl = false;
				break;
			case "prefer":
			case "require":
			case "verify-ca":
			case "verify-full": break;
			case "no-verify": config.ssl.rejectUnauthorized = false;
		}
		return config;
	}
	module.exports = parse;
	parse.parse = parse;
}));
var require_parse_connection = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { parse } = require_pg_connection_string();
	const parsePG = parse;
	const isWindows = process && process.platform && process.platform === "win32";
	/**
	* @param str
	* @returns {URL}
	*/
	function tryParse(str) {
		try {
			return new URL(str);
		} catch (e) {
			return null;
		}
	}
	module.exports = function parseConnectionString(str) {
		const parsed = tryParse(str);
		const isDriveLetter = isWindows && parsed && parsed.protocol.length === 2;
		if (!parsed || isDriveLetter) return {
			client: "sqlite3",
			connection: { filename: str }
		};
		let { protocol } = parsed;
		if (protocol.slice(-1) === ":") protocol = protocol.slice(0, -1);
		const isPG = ["postgresql", "postgres"].includes(protocol);
		return {
			client: protocol,
			connection: isPG ? parsePG(str) : connectionObject(parsed)
		};
	};
	/**
	* @param {URL} parsed
	* @returns {{}}
	*/
	function connectionObject(parsed) {
		const connection = {};
		let db = parsed.pathname;
		if (db[0] === "/") db = db.slice(1);
		connection.database = db;
		if (parsed.hostname) {
			if (parsed.protocol.indexOf("mssql") === 0) connection.server = parsed.hostname;
			else connection.host = parsed.hostname;
		}
		if (parsed.port) connection.port = parsed.port;
		if (parsed.username || parsed.password) connection.user = decodeURIComponent(parsed.username);
		if (parsed.password) connection.password = decodeURIComponent(parsed.password);
		if (parsed.searchParams) for (const [key, value] of parsed.searchParams.entries()) if ([
			"mysql:",
			"mariadb:",
			"mssql:"
		].includes(parsed.protocol)) try {
			connection[key] = JSON.parse(value);
		} catch (err) {
			connection[key] = value;
		}
		else connection[key] = value;
		return connection;
	}
}));
var require_sqlite_ddl_operations = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function copyData(sourceTable, targetTable, columns) {
		return `INSERT INTO "${targetTable}" SELECT ${columns === void 0 ? "*" : columns.map((column) => `"${column}"`).join(", ")} FROM "${sourceTable}";`;
	}
	function dropOriginal(tableName) {
		return `DROP TABLE "${tableName}"`;
	}
	function renameTable(tableName, alteredName) {
		return `ALTER TABLE "${tableName}" RENAME TO "${alteredName}"`;
	}
	function getTableSql(tableName) {
		return `SELECT type, sql FROM sqlite_master WHERE (type='table' OR (type='index' AND sql IS NOT NULL)) AND lower(tbl_name)='${tableName.toLowerCase()}'`;
	}
	function isForeignCheckEnabled() {
		return `PRAGMA foreign_keys`;
	}
	function setForeignCheck(enable) {
		return `PRAGMA foreign_keys = ${enable ? "ON" : "OFF"}`;
	}
	function executeForeignCheck() {
		return `PRAGMA foreign_key_check`;
	}
	module.exports = {
		copyData,
		dropOriginal,
		renameTable,
		getTableSql,
		isForeignCheckEnabled,
		setForeignCheck,
		executeForeignCheck
	};
}));
var require_sqlite_transaction = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Transaction = require_transaction$6();
	const { isForeignCheckEnabled, setForeignCheck, executeForeignCheck } = require_sqlite_ddl_operations();
	var Transaction_Sqlite = class extends Transaction {
		async _setForeignCheck(conn, enforce) {
			if (enforce == null) return null;
			const isEnabled = (await this.client.raw(isForeignCheckEnabled()).connection(conn))[0].foreign_keys === 1;
			if (enforce === isEnabled) return null;
			await this.client.raw(setForeignCheck(enforce)).connection(conn);
			return isEnabled;
		}
		async _restoreForeignCheck(conn, enable) {
			if (typeof enable !== "boolean") return;
			await this.client.raw(setForeignCheck(enable)).connection(conn);
		}
		async _evaluateContainer(config, container) {
			const hasOuterTransaction = this.client.transacting;
			const strictForeignKeyPragma = this.client.strictForeignKeyPragma;
			const enforceForeignCheck = config.enforceForeignCheck;
			if (strictForeignKeyPragma === true && enforceForeignCheck === void 0) throw new Error("Refusing to create an unsafe transaction: client.strictForeignKeyPragma is true, but check.enforceForeignCheck is unspecified");
			return this.acquireConnection(config, async (conn) => {
				let restoreForeignCheck = void 0;
				try {
					restoreForeignCheck = await this._setForeignCheck(conn, enforceForeignCheck);
				} catch (e) {
					const error = /* @__PURE__ */ new Error(`Refusing to create transaction: failed to set \`foreign_keys\` pragma to the required value of ${enforceForeignCheck}`);
					error.cause = e;
					throw error;
				}
				if (strictForeignKeyPragma && hasOuterTransaction && restoreForeignCheck != null) throw new Error(`Refusing to create transaction: unable to change \`foreign_keys\` pragma inside a nested transaction`);
				let maybeWrappedContainer = container;
				if (restoreForeignCheck === true) maybeWrappedContainer = async (trx) => {
					const res = await container(trx);
					const foreignViolations = await this.client.raw(executeForeignCheck()).connection(conn);
					if (foreignViolations.length > 0) throw new Error(`Transaction concluded with ${foreignViolations.length} foreign key violations`);
					return res;
				};
				try {
					return await this._onAcquire(maybeWrappedContainer, conn);
				} finally {
					this._restoreForeignCheck(conn, restoreForeignCheck).catch((e) => {
						this._logAndDispose(conn, "Failed to restore foreign check to expected state", e);
					});
				}
			});
		}
		_logAndDispose(conn, message, cause) {
			const error = new Error(message);
			error.cause = cause;
			conn.__knex__disposed = error;
			this.client.logger.warn(`Transaction_Sqlite: ${message}:\n${cause instanceof Error ? cause.message : String(cause)}`);
		}
		begin(conn) {
			if (this.isolationLevel) this.client.logger.warn("sqlite3 only supports serializable transactions, ignoring the isolation level param");
			if (this.readOnly) this.client.logger.warn("sqlite3 implicitly handles read vs write transactions");
			return this.query(conn, "BEGIN;");
		}
	};
	module.exports = Transaction_Sqlite;
}));
var require_sqlite_querycompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constant = require_constant();
	const each = require_each();
	const identity = require_identity();
	const isEmpty = require_isEmpty();
	const reduce = require_reduce();
	const QueryCompiler = require_querycompiler();
	const noop = require_noop$1();
	const { isString } = require_is();
	const { wrapString, columnize: columnize_ } = require_wrappingFormatter();
	const emptyStr = constant("");
	var QueryCompiler_SQLite3 = class extends QueryCompiler {
		constructor(client, builder, formatter) {
			super(client, builder, formatter);
			this.forShare = emptyStr;
			this.forKeyShare = emptyStr;
			this.forUpdate = emptyStr;
			this.forNoKeyUpdate = emptyStr;
		}
		insert() {
			const insertValues = this.single.insert || [];
			let sql = this.with() + `insert into ${this.tableName} `;
			if (Array.isArray(insertValues)) {
				if (insertValues.length === 0) return "";
				else if (insertValues.length === 1 && insertValues[0] && isEmpty(insertValues[0])) {
					sql += this._emptyInsertValue;
					const { returning } = this.single;
					if (returning) sql += this._returning(returning);
					return {
						sql,
						returning
					};
				}
			} else if (typeof insertValues === "object" && isEmpty(insertValues)) {
				sql += this._emptyInsertValue;
				const { returning } = this.single;
				if (returning) sql += this._returning(returning);
				return {
					sql,
					returning
				};
			}
			const insertData = this._prepInsert(insertValues);
			if (isString(insertData)) return { sql: sql + insertData };
			if (insertData.columns.length === 0) return { sql: "" };
			sql += `(${this.formatter.columnize(insertData.columns)})`;
			if (this.client.valueForUndefined !== null) insertData.values.forEach((bindings) => {
				each(bindings, (binding) => {
					if (binding === void 0) throw new TypeError("`sqlite` does not support inserting default values. Specify values explicitly or use the `useNullAsDefault` config flag. (see docs https://knexjs.org/guide/query-builder.html#insert).");
				});
			});
			if (insertData.values.length === 1) {
				const parameters = this.client.parameterize(insertData.values[0], this.client.valueForUndefined, this.builder, this.bindingsHolder);
				sql += ` values (${parameters})`;
				const { onConflict, ignore, merge } = this.single;
				if (onConflict && ignore) sql += this._ignore(onConflict);
				else if (onConflict && merge) {
					sql += this._merge(merge.updates, onConflict, insertValues);
					const wheres = this.where();
					if (wheres) sql += ` ${wheres}`;
				}
				const { returning } = this.single;
				if (returning) sql += this._returning(returning);
				return {
					sql,
					returning
				};
			}
			const blocks = [];
			let i = -1;
			while (++i < insertData.values.length) {
				let i2 = -1;
				const block = blocks[i] = [];
				let current = insertData.values[i];
				current = current === void 0 ? this.client.valueForUndefined : current;
				while (++i2 < insertData.columns.length) block.push(this.client.alias(this.client.parameter(current[i2], this.builder, this.bindingsHolder), this.formatter.wrap(insertData.columns[i2])));
				blocks[i] = block.join(", ");
			}
			sql += " select " + blocks.join(" union all select ");
			const { onConflict, ignore, merge } = this.single;
			if (onConflict && ignore) sql += " where true" + this._ignore(onConflict);
			else if (onConflict && merge) {
				sql += " where true" + this._merge(merge.updates, onConflict, insertValues);
				const wheres = this.where();
				if (wheres) sql += ` ${wheres}`;
			}
			const { returning } = this.single;
			if (returning) sql += this._returning(returning);
			return {
				sql,
				returning
			};
		}
		update() {
			const withSQL = this.with();
			const updateData = this._prepUpdate(this.single.update);
			const wheres = this.where();
			const { returning } = this.single;
			return {
				sql: withSQL + `update ${this.single.only ? "only " : ""}${this.tableName} set ${updateData.join(", ")}` + (wheres ? ` ${wheres}` : "") + this._returning(returning),
				returning
			};
		}
		_ignore(columns) {
			if (columns === true) return " on conflict do nothing";
			return ` on conflict ${this._onConflictClause(columns)} do nothing`;
		}
		_merge(updates, columns, insert) {
			let sql = ` on conflict ${this._onConflictClause(columns)} do update set `;
			if (updates && Array.isArray(updates)) {
				sql += updates.map((column) => wrapString(column.split(".").pop(), this.formatter.builder, this.client, this.formatter)).map((column) => `${column} = excluded.${column}`).join(", ");
				return sql;
			} else if (updates && typeof updates === "object") {
				const updateData = this._prepUpdate(updates);
				if (typeof updateData === "string") sql += updateData;
				else sql += updateData.join(",");
				return sql;
			} else {
				const insertData = this._prepInsert(insert);
				if (typeof insertData === "string") throw new Error("If using merge with a raw insert query, then updates must be provided");
				sql += insertData.columns.map((column) => wrapString(column.split(".").pop(), this.builder, this.client)).map((column) => `${column} = excluded.${column}`).join(", ");
				return sql;
			}
		}
		_returning(value) {
			return value ? ` returning ${this.formatter.columnize(value)}` : "";
		}
		truncate() {
			const { table } = this.single;
			return {
				sql: `delete from ${this.tableName}`,
				output() {
					return this.query({ sql: `delete from sqlite_sequence where name = '${table}'` }).catch(noop);
				}
			};
		}
		columnInfo() {
			const column = this.single.columnInfo;
			return {
				sql: `PRAGMA table_info(\`${this.client.customWrapIdentifier(this.single.table, identity)}\`)`,
				output(resp) {
					const maxLengthRegex = /.*\((\d+)\)/;
					const out = reduce(resp, function(columns, val) {
						let { type } = val;
						let maxLength = type.match(maxLengthRegex);
						if (maxLength) maxLength = maxLength[1];
						type = maxLength ? type.split("(")[0] : type;
						columns[val.name] = {
							type: type.toLowerCase(),
							maxLength,
							nullable: !val.notnull,
							defaultValue: val.dflt_value
						};
						return columns;
					}, {});
					return column && out[column] || out;
				}
			};
		}
		limit() {
			const noLimit = !this.single.limit && this.single.limit !== 0;
			if (noLimit && !this.single.offset) return "";
			this.single.limit = noLimit ? -1 : this.single.limit;
			return `limit ${this._getValueOrParameterFromAttribute("limit")}`;
		}
		jsonExtract(params) {
			return this._jsonExtract("json_extract", params);
		}
		jsonSet(params) {
			return this._jsonSet("json_set", params);
		}
		jsonInsert(params) {
			return this._jsonSet("json_insert", params);
		}
		jsonRemove(params) {
			const jsonCol = `json_remove(${columnize_(params.column, this.builder, this.client, this.bindingsHolder)},${this.client.parameter(params.path, this.builder, this.bindingsHolder)})`;
			return params.alias ? this.client.alias(jsonCol, this.formatter.wrap(params.alias)) : jsonCol;
		}
		whereJsonPath(statement) {
			return this._whereJsonPath("json_extract", statement);
		}
		whereJsonSupersetOf(statement) {
			throw new Error("Json superset where clause not actually supported by SQLite");
		}
		whereJsonSubsetOf(statement) {
			throw new Error("Json subset where clause not actually supported by SQLite");
		}
		onJsonPathEquals(clause) {
			return this._onJsonPathEquals("json_extract", clause);
		}
		whereILike(statement) {
			return `${this._columnClause(statement)} ${this._not(statement, "like ")}${this._valueClause(statement)}`;
		}
	};
	module.exports = QueryCompiler_SQLite3;
}));
var require__baseSome = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseEach = require__baseEach();
	/**
	* The base implementation of `_.some` without support for iteratee shorthands.
	*
	* @private
	* @param {Array|Object} collection The collection to iterate over.
	* @param {Function} predicate The function invoked per iteration.
	* @returns {boolean} Returns `true` if any element passes the predicate check,
	*  else `false`.
	*/
	function baseSome(collection, predicate) {
		var result;
		baseEach(collection, function(value, index, collection) {
			result = predicate(value, index, collection);
			return !result;
		});
		return !!result;
	}
	module.exports = baseSome;
}));
var require_some = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var arraySome = require__arraySome();
	var baseIteratee = require__baseIteratee();
	var baseSome = require__baseSome();
	var isArray = require_isArray();
	var isIterateeCall = require__isIterateeCall();
	/**
	* Checks if `predicate` returns truthy for **any** element of `collection`.
	* Iteration is stopped once `predicate` returns truthy. The predicate is
	* invoked with three arguments: (value, index|key, collection).
	*
	* @static
	* @memberOf _
	* @since 0.1.0
	* @category Collection
	* @param {Array|Object} collection The collection to iterate over.
	* @param {Function} [predicate=_.identity] The function invoked per iteration.
	* @param- {Object} [guard] Enables use as an iteratee for methods like `_.map`.
	* @returns {boolean} Returns `true` if any element passes the predicate check,
	*  else `false`.
	* @example
	*
	* _.some([null, 0, 'yes', false], Boolean);
	* // => true
	*
	* var users = [
	*   { 'user': 'barney', 'active': true },
	*   { 'user': 'fred',   'active': false }
	* ];
	*
	* // The `_.matches` iteratee shorthand.
	* _.some(users, { 'user': 'barney', 'active': false });
	* // => false
	*
	* // The `_.matchesProperty` iteratee shorthand.
	* _.some(users, ['active', false]);
	* // => true
	*
	* // The `_.property` iteratee shorthand.
	* _.some(users, 'active');
	* // => true
	*/
	function some(collection, predicate, guard) {
		var func = isArray(collection) ? arraySome : baseSome;
		if (guard && isIterateeCall(collection, predicate, guard)) predicate = void 0;
		return func(collection, baseIteratee(predicate, 3));
	}
	module.exports = some;
}));
var require_sqlite_compiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SchemaCompiler = require_compiler$1();
	const some = require_some();
	var SchemaCompiler_SQLite3 = class extends SchemaCompiler {
		constructor(client, builder) {
			super(client, builder);
		}
		hasTable(tableName) {
			const sql = `select * from sqlite_master where type = 'table' and name = ${this.client.parameter(this.formatter.wrap(tableName).replace(/`/g, ""), this.builder, this.bindingsHolder)}`;
			this.pushQuery({
				sql,
				output: (resp) => resp.length > 0
			});
		}
		hasColumn(tableName, column) {
			this.pushQuery({
				sql: `PRAGMA table_info(${this.formatter.wrap(tableName)})`,
				output(resp) {
					return some(resp, (col) => {
						return this.client.wrapIdentifier(col.name.toLowerCase()) === this.client.wrapIdentifier(column.toLowerCase());
					});
				}
			});
		}
		renameTable(from, to) {
			this.pushQuery(`alter table ${this.formatter.wrap(from)} rename to ${this.formatter.wrap(to)}`);
		}
		async generateDdlCommands() {
			const sequence = this.builder._sequence;
			for (let i = 0, l = sequence.length; i < l; i++) {
				const query = sequence[i];
				this[query.method].apply(this, query.args);
			}
			const commandSources = this.sequence;
			if (commandSources.length === 1 && commandSources[0].statementsProducer) return commandSources[0].statementsProducer();
			else {
				const result = [];
				for (const commandSource of commandSources) {
					const command = commandSource.sql;
					if (Array.isArray(command)) result.push(...command);
					else result.push(command);
				}
				return {
					pre: [],
					sql: result,
					check: null,
					post: []
				};
			}
		}
	};
	module.exports = SchemaCompiler_SQLite3;
}));
var require_sqlite_columncompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ColumnCompiler = require_columncompiler();
	var ColumnCompiler_SQLite3 = class extends ColumnCompiler {
		constructor() {
			super(...arguments);
			this.modifiers = ["nullable", "defaultTo"];
			this._addCheckModifiers();
		}
		enu(allowed) {
			return `text check (${this.formatter.wrap(this.args[0])} in ('${allowed.join("', '")}'))`;
		}
		_pushAlterCheckQuery(checkPredicate, constraintName) {
			throw new Error(`Alter table with to add constraints is not permitted in SQLite`);
		}
		checkRegex(regexes, constraintName) {
			return this._check(`${this.formatter.wrap(this.getColumnName())} REGEXP ${this.client._escapeBinding(regexes)}`, constraintName);
		}
	};
	ColumnCompiler_SQLite3.prototype.json = "json";
	ColumnCompiler_SQLite3.prototype.jsonb = "json";
	ColumnCompiler_SQLite3.prototype.double = ColumnCompiler_SQLite3.prototype.decimal = ColumnCompiler_SQLite3.prototype.floating = "float";
	ColumnCompiler_SQLite3.prototype.timestamp = "datetime";
	ColumnCompiler_SQLite3.prototype.increments = ColumnCompiler_SQLite3.prototype.bigincrements = "integer not null primary key autoincrement";
	module.exports = ColumnCompiler_SQLite3;
}));
var require_filter = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var arrayFilter = require__arrayFilter();
	var baseFilter = require__baseFilter();
	var baseIteratee = require__baseIteratee();
	var isArray = require_isArray();
	/**
	* Iterates over elements of `collection`, returning an array of all elements
	* `predicate` returns truthy for. The predicate is invoked with three
	* arguments: (value, index|key, collection).
	*
	* **Note:** Unlike `_.remove`, this method returns a new array.
	*
	* @static
	* @memberOf _
	* @since 0.1.0
	* @category Collection
	* @param {Array|Object} collection The collection to iterate over.
	* @param {Function} [predicate=_.identity] The function invoked per iteration.
	* @returns {Array} Returns the new filtered array.
	* @see _.reject
	* @example
	*
	* var users = [
	*   { 'user': 'barney', 'age': 36, 'active': true },
	*   { 'user': 'fred',   'age': 40, 'active': false }
	* ];
	*
	* _.filter(users, function(o) { return !o.active; });
	* // => objects for ['fred']
	*
	* // The `_.matches` iteratee shorthand.
	* _.filter(users, { 'age': 36, 'active': true });
	* // => objects for ['barney']
	*
	* // The `_.matchesProperty` iteratee shorthand.
	* _.filter(users, ['active', false]);
	* // => objects for ['fred']
	*
	* // The `_.property` iteratee shorthand.
	* _.filter(users, 'active');
	* // => objects for ['barney']
	*
	* // Combining several predicates using `_.overEvery` or `_.overSome`.
	* _.filter(users, _.overSome([{ 'age': 36 }, ['age', 40]]));
	* // => objects for ['fred', 'barney']
	*/
	function filter(collection, predicate) {
		return (isArray(collection) ? arrayFilter : baseFilter)(collection, baseIteratee(predicate, 3));
	}
	module.exports = filter;
}));
var require_sqlite_tablecompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const filter = require_filter();
	const identity = require_identity();
	const { isObject } = require_is();
	const { normalizeArr } = require_helpers$1();
	const TableCompiler = require_tablecompiler();
	const { formatDefault } = require_formatterUtils();
	var TableCompiler_SQLite3 = class extends TableCompiler {
		constructor() {
			super(...arguments);
		}
		createQuery(columns, ifNot, like) {
			let sql = (ifNot ? "create table if not exists " : "create table ") + this.tableName();
			if (like && this.tableNameLike()) sql += " as select * from " + this.tableNameLike() + " where 0=1";
			else {
				sql += " (" + columns.sql.join(", ");
				sql += this.foreignKeys() || "";
				sql += this.primaryKeys() || "";
				sql += this._addChecks();
				sql += ")";
			}
			this.pushQuery(sql);
			if (like) this.addColumns(columns, this.addColumnsPrefix);
		}
		addColumns(columns, prefix, colCompilers) {
			if (prefix === this.alterColumnsPrefix) {
				const compiler = this;
				const columnsInfo = colCompilers.map((col) => {
					return {
						name: this.client.customWrapIdentifier(col.getColumnName(), identity, col.columnBuilder.queryContext()),
						type: col.getColumnType(),
						defaultTo: col.modified["defaultTo"] ? formatDefault(col.modified["defaultTo"][0], col.type, this.client) : null,
						notNull: col.modified["nullable"] && col.modified["nullable"][0] === false
					};
				});
				this.pushQuery({
					sql: `PRAGMA table_info(${this.tableName()})`,
					statementsProducer(pragma, connection) {
						return compiler.client.ddl(compiler, pragma, connection).alterColumn(columnsInfo);
					}
				});
			} else for (let i = 0, l = columns.sql.length; i < l; i++) this.pushQuery({
				sql: `alter table ${this.tableName()} add column ${columns.sql[i]}`,
				bindings: columns.bindings[i]
			});
		}
		dropUnique(columns, indexName) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("unique", this.tableNameRaw, columns);
			this.pushQuery(`drop index ${indexName}`);
		}
		dropUniqueIfExists(columns, indexName) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("unique", this.tableNameRaw, columns);
			this.pushQuery(`drop index if exists ${indexName}`);
		}
		dropForeign(columns, indexName) {
			const compiler = this;
			columns = Array.isArray(columns) ? columns : [columns];
			columns = columns.map((column) => this.client.customWrapIdentifier(column, identity));
			indexName = this.client.customWrapIdentifier(indexName, identity);
			this.pushQuery({
				sql: `PRAGMA table_info(${this.tableName()})`,
				output(pragma) {
					return compiler.client.ddl(compiler, pragma, this.connection).dropForeign(columns, indexName);
				}
			});
		}
		dropForeignIfExists() {
			throw new Error(".dropForeignIfExists is not supported for sqlite3");
		}
		dropPrimary(constraintName) {
			const compiler = this;
			constraintName = this.client.customWrapIdentifier(constraintName, identity);
			this.pushQuery({
				sql: `PRAGMA table_info(${this.tableName()})`,
				output(pragma) {
					return compiler.client.ddl(compiler, pragma, this.connection).dropPrimary(constraintName);
				}
			});
		}
		dropPrimaryIfExists() {
			throw new Error(".dropPrimaryIfExists is not supported for sqlite3");
		}
		dropIndex(columns, indexName) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("index", this.tableNameRaw, columns);
			this.pushQuery(`drop index ${indexName}`);
		}
		unique(columns, indexName) {
			let deferrable;
			let predicate;
			if (isObject(indexName)) ({indexName, deferrable, predicate} = indexName);
			if (deferrable && deferrable !== "not deferrable") this.client.logger.warn(`sqlite3: unique index \`${indexName}\` will not be deferrable ${deferrable} because sqlite3 does not support deferred constraints.`);
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("unique", this.tableNameRaw, columns);
			columns = this.formatter.columnize(columns);
			const predicateQuery = predicate ? " " + this.client.queryCompiler(predicate).where() : "";
			this.pushQuery(`create unique index ${indexName} on ${this.tableName()} (${columns})${predicateQuery}`);
		}
		index(columns, indexName, options) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("index", this.tableNameRaw, columns);
			columns = this.formatter.columnize(columns);
			let predicate;
			if (isObject(options)) ({predicate} = options);
			const predicateQuery = predicate ? " " + this.client.queryCompiler(predicate).where() : "";
			this.pushQuery(`create index ${indexName} on ${this.tableName()} (${columns})${predicateQuery}`);
		}
		/**
		* Add a primary key to an existing table.
		*
		* @NOTE The `createQuery` method above handles table creation. Don't do anything regarding table
		*       creation in this method
		*
		* @param {string | string[]} columns - Column name(s) to assign as primary keys
		* @param {string} [constraintName] - Custom name for the PK constraint
		*/
		primary(columns, constraintName) {
			const compiler = this;
			columns = Array.isArray(columns) ? columns : [columns];
			columns = columns.map((column) => this.client.customWrapIdentifier(column, identity));
			let deferrable;
			if (isObject(constraintName)) ({constraintName, deferrable} = constraintName);
			if (deferrable && deferrable !== "not deferrable") this.client.logger.warn(`sqlite3: primary key constraint \`${constraintName}\` will not be deferrable ${deferrable} because sqlite3 does not support deferred constraints.`);
			constraintName = this.client.customWrapIdentifier(constraintName, identity);
			if (this.method !== "create" && this.method !== "createIfNot") this.pushQuery({
				sql: `PRAGMA table_info(${this.tableName()})`,
				output(pragma) {
					return compiler.client.ddl(compiler, pragma, this.connection).primary(columns, constraintName);
				}
			});
		}
		/**
		* Add a foreign key constraint to an existing table
		*
		* @NOTE The `createQuery` method above handles foreign key constraints on table creation. Don't do
		*       anything regarding table creation in this method
		*
		* @param {object} foreignInfo - Information about the current column foreign setup
		* @param {string | string[]} [foreignInfo.column] - Column in the current constraint
		* @param {string | undefined} foreignInfo.keyName - Name of the foreign key constraint
		* @param {string | string[]} foreignInfo.references - What column it references in the other table
		* @param {string} foreignInfo.inTable - What table is referenced in this constraint
		* @param {string} [foreignInfo.onUpdate] - What to do on updates
		* @param {string} [foreignInfo.onDelete] - What to do on deletions
		*/
		foreign(foreignInfo) {
			const compiler = this;
			if (this.method !== "create" && this.method !== "createIfNot") {
				foreignInfo.column = Array.isArray(foreignInfo.column) ? foreignInfo.column : [foreignInfo.column];
				foreignInfo.column = foreignInfo.column.map((column) => this.client.customWrapIdentifier(column, identity));
				foreignInfo.inTable = this.client.customWrapIdentifier(foreignInfo.inTable, identity);
				foreignInfo.references = Array.isArray(foreignInfo.references) ? foreignInfo.references : [foreignInfo.references];
				foreignInfo.references = foreignInfo.references.map((column) => this.client.customWrapIdentifier(column, identity));
				this.pushQuery({
					sql: `PRAGMA table_info(${this.tableName()})`,
					statementsProducer(pragma, connection) {
						return compiler.client.ddl(compiler, pragma, connection).foreign(foreignInfo);
					}
				});
			}
		}
		primaryKeys() {
			const pks = filter(this.grouped.alterTable || [], { method: "primary" });
			if (pks.length > 0 && pks[0].args.length > 0) {
				const columns = pks[0].args[0];
				let constraintName = pks[0].args[1] || "";
				if (constraintName) constraintName = " constraint " + this.formatter.wrap(constraintName);
				const needUniqueCols = this.grouped.columns.filter((t) => t.builder._type === "increments").length > 0;
				return `,${constraintName} ${needUniqueCols ? "unique" : "primary key"} (${this.formatter.columnize(columns)})`;
			}
		}
		foreignKeys() {
			let sql = "";
			const foreignKeys = filter(this.grouped.alterTable || [], { method: "foreign" });
			for (let i = 0, l = foreignKeys.length; i < l; i++) {
				const foreign = foreignKeys[i].args[0];
				const column = this.formatter.columnize(foreign.column);
				const references = this.formatter.columnize(foreign.references);
				const foreignTable = this.formatter.wrap(foreign.inTable);
				let constraintName = foreign.keyName || "";
				if (constraintName) constraintName = " constraint " + this.formatter.wrap(constraintName);
				sql += `,${constraintName} foreign key(${column}) references ${foreignTable}(${references})`;
				if (foreign.onDelete) sql += ` on delete ${foreign.onDelete}`;
				if (foreign.onUpdate) sql += ` on update ${foreign.onUpdate}`;
			}
			return sql;
		}
		createTableBlock() {
			return this.getColumns().concat().join(",");
		}
		renameColumn(from, to) {
			this.pushQuery({ sql: `alter table ${this.tableName()} rename ${this.formatter.wrap(from)} to ${this.formatter.wrap(to)}` });
		}
		_setNullableState(column, isNullable) {
			const compiler = this;
			this.pushQuery({
				sql: `PRAGMA table_info(${this.tableName()})`,
				statementsProducer(pragma, connection) {
					return compiler.client.ddl(compiler, pragma, connection).setNullable(column, isNullable);
				}
			});
		}
		dropColumn() {
			const compiler = this;
			const columnsWrapped = normalizeArr(...arguments).map((column) => this.client.customWrapIdentifier(column, identity));
			this.pushQuery({
				sql: `PRAGMA table_info(${this.tableName()})`,
				output(pragma) {
					return compiler.client.ddl(compiler, pragma, this.connection).dropColumn(columnsWrapped);
				}
			});
		}
	};
	module.exports = TableCompiler_SQLite3;
}));
var require_sqlite_viewcompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ViewCompiler = require_viewcompiler();
	const { columnize: columnize_ } = require_wrappingFormatter();
	var ViewCompiler_SQLite3 = class extends ViewCompiler {
		constructor(client, viewCompiler) {
			super(client, viewCompiler);
		}
		createOrReplace() {
			const columns = this.columns;
			const selectQuery = this.selectQuery.toString();
			const viewName = this.viewName();
			const columnList = columns ? " (" + columnize_(columns, this.viewBuilder, this.client, this.bindingsHolder) + ")" : "";
			const dropSql = `drop view if exists ${viewName}`;
			const createSql = `create view ${viewName}${columnList} as ${selectQuery}`;
			this.pushQuery({ sql: dropSql });
			this.pushQuery({ sql: createSql });
		}
	};
	module.exports = ViewCompiler_SQLite3;
}));
var require_tokenizer = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function tokenize(text, tokens) {
		const compiledRegex = new RegExp(Object.entries(tokens).map(([type, regex]) => `(?<${type}>${regex.source})`).join("|"), "yi");
		let index = 0;
		const ast = [];
		while (index < text.length) {
			compiledRegex.lastIndex = index;
			const result = text.match(compiledRegex);
			if (result !== null) {
				const [type, text] = Object.entries(result.groups).find(([name, group]) => group !== void 0);
				index += text.length;
				if (!type.startsWith("_")) ast.push({
					type,
					text
				});
			} else throw new Error(`No matching tokenizer rule found at: [${text.substring(index)}]`);
		}
		return ast;
	}
	module.exports = { tokenize };
}));
var require_parser_combinator = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function s(sequence, post = (v) => v) {
		return function({ index = 0, input }) {
			let position = index;
			const ast = [];
			for (const parser of sequence) {
				const result = parser({
					index: position,
					input
				});
				if (result.success) {
					position = result.index;
					ast.push(result.ast);
				} else return result;
			}
			return {
				success: true,
				ast: post(ast),
				index: position,
				input
			};
		};
	}
	function a(alternative, post = (v) => v) {
		return function({ index = 0, input }) {
			for (const parser of alternative) {
				const result = parser({
					index,
					input
				});
				if (result.success) return {
					success: true,
					ast: post(result.ast),
					index: result.index,
					input
				};
			}
			return {
				success: false,
				ast: null,
				index,
				input
			};
		};
	}
	function m(many, post = (v) => v) {
		return function({ index = 0, input }) {
			let result = {};
			let position = index;
			const ast = [];
			do {
				result = many({
					index: position,
					input
				});
				if (result.success) {
					position = result.index;
					ast.push(result.ast);
				}
			} while (result.success);
			if (ast.length > 0) return {
				success: true,
				ast: post(ast),
				index: position,
				input
			};
			else return {
				success: false,
				ast: null,
				index: position,
				input
			};
		};
	}
	function o(optional, post = (v) => v) {
		return function({ index = 0, input }) {
			const result = optional({
				index,
				input
			});
			if (result.success) return {
				success: true,
				ast: post(result.ast),
				index: result.index,
				input
			};
			else return {
				success: true,
				ast: post(null),
				index,
				input
			};
		};
	}
	function l(lookahead, post = (v) => v) {
		return function({ index = 0, input }) {
			const result = lookahead.do({
				index,
				input
			});
			if (result.success) {
				if (lookahead.next({
					index: result.index,
					input
				}).success) return {
					success: true,
					ast: post(result.ast),
					index: result.index,
					input
				};
			}
			return {
				success: false,
				ast: null,
				index,
				input
			};
		};
	}
	function n(negative, post = (v) => v) {
		return function({ index = 0, input }) {
			const result = negative.do({
				index,
				input
			});
			if (result.success) {
				if (!negative.not({
					index,
					input
				}).success) return {
					success: true,
					ast: post(result.ast),
					index: result.index,
					input
				};
			}
			return {
				success: false,
				ast: null,
				index,
				input
			};
		};
	}
	function t(token, post = (v) => v.text) {
		return function({ index = 0, input }) {
			const result = input[index];
			if (result !== void 0 && (token.type === void 0 || token.type === result.type) && (token.text === void 0 || token.text.toUpperCase() === result.text.toUpperCase())) return {
				success: true,
				ast: post(result),
				index: index + 1,
				input
			};
			else return {
				success: false,
				ast: null,
				index,
				input
			};
		};
	}
	const e = function({ index = 0, input }) {
		return {
			success: true,
			ast: null,
			index,
			input
		};
	};
	const f = function({ index = 0, input }) {
		return {
			success: index === input.length,
			ast: null,
			index,
			input
		};
	};
	module.exports = {
		s,
		a,
		m,
		o,
		l,
		n,
		t,
		e,
		f
	};
}));
var require_parser = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { tokenize } = require_tokenizer();
	const { s, a, m, o, l, n, t, e, f } = require_parser_combinator();
	const TOKENS = {
		keyword: /(?:ABORT|ACTION|ADD|AFTER|ALL|ALTER|ALWAYS|ANALYZE|AND|AS|ASC|ATTACH|AUTOINCREMENT|BEFORE|BEGIN|BETWEEN|BY|CASCADE|CASE|CAST|CHECK|COLLATE|COLUMN|COMMIT|CONFLICT|CONSTRAINT|CREATE|CROSS|CURRENT|CURRENT_DATE|CURRENT_TIME|CURRENT_TIMESTAMP|DATABASE|DEFAULT|DEFERRED|DEFERRABLE|DELETE|DESC|DETACH|DISTINCT|DO|DROP|END|EACH|ELSE|ESCAPE|EXCEPT|EXCLUSIVE|EXCLUDE|EXISTS|EXPLAIN|FAIL|FILTER|FIRST|FOLLOWING|FOR|FOREIGN|FROM|FULL|GENERATED|GLOB|GROUP|GROUPS|HAVING|IF|IGNORE|IMMEDIATE|IN|INDEX|INDEXED|INITIALLY|INNER|INSERT|INSTEAD|INTERSECT|INTO|IS|ISNULL|JOIN|KEY|LAST|LEFT|LIKE|LIMIT|MATCH|MATERIALIZED|NATURAL|NO|NOT|NOTHING|NOTNULL|NULL|NULLS|OF|OFFSET|ON|OR|ORDER|OTHERS|OUTER|OVER|PARTITION|PLAN|PRAGMA|PRECEDING|PRIMARY|QUERY|RAISE|RANGE|RECURSIVE|REFERENCES|REGEXP|REINDEX|RELEASE|RENAME|REPLACE|RESTRICT|RETURNING|RIGHT|ROLLBACK|ROW|ROWS|SAVEPOINT|SELECT|SET|TABLE|TEMP|TEMPORARY|THEN|TIES|TO|TRANSACTION|TRIGGER|UNBOUNDED|UNION|UNIQUE|UPDATE|USING|VACUUM|VALUES|VIEW|VIRTUAL|WHEN|WHERE|WINDOW|WITH|WITHOUT)(?=\s+|-|\(|\)|;|\+|\*|\/|%|==|=|<=|<>|<<|<|>=|>>|>|!=|,|&|~|\|\||\||\.)/,
		id: /"[^"]*(?:""[^"]*)*"|`[^`]*(?:``[^`]*)*`|\[[^[\]]*\]|[a-z_][a-z0-9_$]*/,
		string: /'[^']*(?:''[^']*)*'/,
		blob: /x'(?:[0-9a-f][0-9a-f])+'/,
		numeric: /(?:\d+(?:\.\d*)?|\.\d+)(?:e(?:\+|-)?\d+)?|0x[0-9a-f]+/,
		variable: /\?\d*|[@$:][a-z0-9_$]+/,
		operator: /-|\(|\)|;|\+|\*|\/|%|==|=|<=|<>|<<|<|>=|>>|>|!=|,|&|~|\|\||\||\./,
		_ws: /\s+/
	};
	function parseCreateTable(sql) {
		const result = createTable({ input: tokenize(sql, TOKENS) });
		if (!result.success) throw new Error(`Parsing CREATE TABLE failed at [${result.input.slice(result.index).map((t) => t.text).join(" ")}] of "${sql}"`);
		return result.ast;
	}
	function parseCreateIndex(sql) {
		const result = createIndex({ input: tokenize(sql, TOKENS) });
		if (!result.success) throw new Error(`Parsing CREATE INDEX failed at [${result.input.slice(result.index).map((t) => t.text).join(" ")}] of "${sql}"`);
		return result.ast;
	}
	function createTable(ctx) {
		return s([
			t({ text: "CREATE" }, (v) => null),
			temporary,
			t({ text: "TABLE" }, (v) => null),
			exists,
			schema,
			table,
			t({ text: "(" }, (v) => null),
			columnDefinitionList,
			tableConstraintList,
			t({ text: ")" }, (v) => null),
			rowid,
			f
		], (v) => Object.assign({}, ...v.filter((x) => x !== null)))(ctx);
	}
	function temporary(ctx) {
		return a([
			t({ text: "TEMP" }),
			t({ text: "TEMPORARY" }),
			e
		], (v) => ({ temporary: v !== null }))(ctx);
	}
	function rowid(ctx) {
		return o(s([t({ text: "WITHOUT" }), t({ text: "ROWID" })]), (v) => ({ rowid: v !== null }))(ctx);
	}
	function columnDefinitionList(ctx) {
		return a([s([
			columnDefinition,
			t({ text: "," }),
			columnDefinitionList
		], (v) => ({ columns: [v[0]].concat(v[2].columns) })), s([columnDefinition], (v) => ({ columns: [v[0]] }))])(ctx);
	}
	function columnDefinition(ctx) {
		return s([
			s([identifier], (v) => ({ name: v[0] })),
			typeName,
			columnConstraintList
		], (v) => Object.assign({}, ...v))(ctx);
	}
	function typeName(ctx) {
		return o(s([m(t({ type: "id" })), a([
			s([
				t({ text: "(" }),
				signedNumber,
				t({ text: "," }),
				signedNumber,
				t({ text: ")" })
			], (v) => `(${v[1]}, ${v[3]})`),
			s([
				t({ text: "(" }),
				signedNumber,
				t({ text: ")" })
			], (v) => `(${v[1]})`),
			e
		])], (v) => `${v[0].join(" ")}${v[1] || ""}`), (v) => ({ type: v }))(ctx);
	}
	function columnConstraintList(ctx) {
		return o(m(columnConstraint), (v) => ({ constraints: Object.assign({
			primary: null,
			notnull: null,
			null: null,
			unique: null,
			check: null,
			default: null,
			collate: null,
			references: null,
			as: null
		}, ...v || []) }))(ctx);
	}
	function columnConstraint(ctx) {
		return a([
			primaryColumnConstraint,
			notnullColumnConstraint,
			nullColumnConstraint,
			uniqueColumnConstraint,
			checkColumnConstraint,
			defaultColumnConstraint,
			collateColumnConstraint,
			referencesColumnConstraint,
			asColumnConstraint
		])(ctx);
	}
	function primaryColumnConstraint(ctx) {
		return s([
			constraintName,
			t({ text: "PRIMARY" }, (v) => null),
			t({ text: "KEY" }, (v) => null),
			order,
			conflictClause,
			autoincrement
		], (v) => ({ primary: Object.assign({}, ...v.filter((x) => x !== null)) }))(ctx);
	}
	function autoincrement(ctx) {
		return o(t({ text: "AUTOINCREMENT" }), (v) => ({ autoincrement: v !== null }))(ctx);
	}
	function notnullColumnConstraint(ctx) {
		return s([
			constraintName,
			t({ text: "NOT" }, (v) => null),
			t({ text: "NULL" }, (v) => null),
			conflictClause
		], (v) => ({ notnull: Object.assign({}, ...v.filter((x) => x !== null)) }))(ctx);
	}
	function nullColumnConstraint(ctx) {
		return s([
			constraintName,
			t({ text: "NULL" }, (v) => null),
			conflictClause
		], (v) => ({ null: Object.assign({}, ...v.filter((x) => x !== null)) }))(ctx);
	}
	function uniqueColumnConstraint(ctx) {
		return s([
			constraintName,
			t({ text: "UNIQUE" }, (v) => null),
			conflictClause
		], (v) => ({ unique: Object.assign({}, ...v.filter((x) => x !== null)) }))(ctx);
	}
	function checkColumnConstraint(ctx) {
		return s([
			constraintName,
			t({ text: "CHECK" }, (v) => null),
			t({ text: "(" }, (v) => null),
			s([expression], (v) => ({ expression: v[0] })),
			t({ text: ")" }, (v) => null)
		], (v) => ({ check: Object.assign({}, ...v.filter((x) => x !== null)) }))(ctx);
	}
	function defaultColumnConstraint(ctx) {
		return s([
			constraintName,
			t({ text: "DEFAULT" }, (v) => null),
			a([
				s([
					t({ text: "(" }),
					expression,
					t({ text: ")" })
				], (v) => ({
					value: v[1],
					expression: true
				})),
				s([literalValue], (v) => ({
					value: v[0],
					expression: false
				})),
				s([signedNumber], (v) => ({
					value: v[0],
					expression: false
				}))
			])
		], (v) => ({ default: Object.assign({}, ...v.filter((x) => x !== null)) }))(ctx);
	}
	function collateColumnConstraint(ctx) {
		return s([
			constraintName,
			t({ text: "COLLATE" }, (v) => null),
			t({ type: "id" }, (v) => ({ collation: v.text }))
		], (v) => ({ collate: Object.assign({}, ...v.filter((x) => x !== null)) }))(ctx);
	}
	function referencesColumnConstraint(ctx) {
		return s([constraintName, s([foreignKeyClause], (v) => v[0].references)], (v) => ({ references: Object.assign({}, ...v.filter((x) => x !== null)) }))(ctx);
	}
	function asColumnConstraint(ctx) {
		return s([
			constraintName,
			o(s([t({ text: "GENERATED" }), t({ text: "ALWAYS" })]), (v) => ({ generated: v !== null })),
			t({ text: "AS" }, (v) => null),
			t({ text: "(" }, (v) => null),
			s([expression], (v) => ({ expression: v[0] })),
			t({ text: ")" }, (v) => null),
			a([
				t({ text: "STORED" }),
				t({ text: "VIRTUAL" }),
				e
			], (v) => ({ mode: v ? v.toUpperCase() : null }))
		], (v) => ({ as: Object.assign({}, ...v.filter((x) => x !== null)) }))(ctx);
	}
	function tableConstraintList(ctx) {
		return o(m(s([t({ text: "," }), tableConstraint], (v) => v[1])), (v) => ({ constraints: v || [] }))(ctx);
	}
	function tableConstraint(ctx) {
		return a([
			primaryTableConstraint,
			uniqueTableConstraint,
			checkTableConstraint,
			foreignTableConstraint
		])(ctx);
	}
	function primaryTableConstraint(ctx) {
		return s([
			constraintName,
			t({ text: "PRIMARY" }, (v) => null),
			t({ text: "KEY" }, (v) => null),
			t({ text: "(" }, (v) => null),
			indexedColumnList,
			t({ text: ")" }, (v) => null),
			conflictClause
		], (v) => Object.assign({ type: "PRIMARY KEY" }, ...v.filter((x) => x !== null)))(ctx);
	}
	function uniqueTableConstraint(ctx) {
		return s([
			constraintName,
			t({ text: "UNIQUE" }, (v) => null),
			t({ text: "(" }, (v) => null),
			indexedColumnList,
			t({ text: ")" }, (v) => null),
			conflictClause
		], (v) => Object.assign({ type: "UNIQUE" }, ...v.filter((x) => x !== null)))(ctx);
	}
	function conflictClause(ctx) {
		return o(s([
			t({ text: "ON" }),
			t({ text: "CONFLICT" }),
			a([
				t({ text: "ROLLBACK" }),
				t({ text: "ABORT" }),
				t({ text: "FAIL" }),
				t({ text: "IGNORE" }),
				t({ text: "REPLACE" })
			])
		], (v) => v[2]), (v) => ({ conflict: v ? v.toUpperCase() : null }))(ctx);
	}
	function checkTableConstraint(ctx) {
		return s([
			constraintName,
			t({ text: "CHECK" }, (v) => null),
			t({ text: "(" }, (v) => null),
			s([expression], (v) => ({ expression: v[0] })),
			t({ text: ")" }, (v) => null)
		], (v) => Object.assign({ type: "CHECK" }, ...v.filter((x) => x !== null)))(ctx);
	}
	function foreignTableConstraint(ctx) {
		return s([
			constraintName,
			t({ text: "FOREIGN" }, (v) => null),
			t({ text: "KEY" }, (v) => null),
			t({ text: "(" }, (v) => null),
			columnNameList,
			t({ text: ")" }, (v) => null),
			foreignKeyClause
		], (v) => Object.assign({ type: "FOREIGN KEY" }, ...v.filter((x) => x !== null)))(ctx);
	}
	function foreignKeyClause(ctx) {
		return s([
			t({ text: "REFERENCES" }, (v) => null),
			table,
			columnNameListOptional,
			o(m(a([
				deleteReference,
				updateReference,
				matchReference
			])), (v) => Object.assign({
				delete: null,
				update: null,
				match: null
			}, ...v || [])),
			deferrable
		], (v) => ({ references: Object.assign({}, ...v.filter((x) => x !== null)) }))(ctx);
	}
	function columnNameListOptional(ctx) {
		return o(s([
			t({ text: "(" }),
			columnNameList,
			t({ text: ")" })
		], (v) => v[1]), (v) => ({ columns: v ? v.columns : [] }))(ctx);
	}
	function columnNameList(ctx) {
		return s([o(m(s([identifier, t({ text: "," })], (v) => v[0])), (v) => v !== null ? v : []), identifier], (v) => ({ columns: v[0].concat([v[1]]) }))(ctx);
	}
	function deleteReference(ctx) {
		return s([
			t({ text: "ON" }),
			t({ text: "DELETE" }),
			onAction
		], (v) => ({ delete: v[2] }))(ctx);
	}
	function updateReference(ctx) {
		return s([
			t({ text: "ON" }),
			t({ text: "UPDATE" }),
			onAction
		], (v) => ({ update: v[2] }))(ctx);
	}
	function matchReference(ctx) {
		return s([t({ text: "MATCH" }), a([t({ type: "keyword" }), t({ type: "id" })])], (v) => ({ match: v[1] }))(ctx);
	}
	function deferrable(ctx) {
		return o(s([
			o(t({ text: "NOT" })),
			t({ text: "DEFERRABLE" }),
			o(s([t({ text: "INITIALLY" }), a([t({ text: "DEFERRED" }), t({ text: "IMMEDIATE" })])], (v) => v[1].toUpperCase()))
		]), (v) => ({ deferrable: v ? {
			not: v[0] !== null,
			initially: v[2]
		} : null }))(ctx);
	}
	function constraintName(ctx) {
		return o(s([t({ text: "CONSTRAINT" }), identifier], (v) => v[1]), (v) => ({ name: v }))(ctx);
	}
	function createIndex(ctx) {
		return s([
			t({ text: "CREATE" }, (v) => null),
			unique,
			t({ text: "INDEX" }, (v) => null),
			exists,
			schema,
			index,
			t({ text: "ON" }, (v) => null),
			table,
			t({ text: "(" }, (v) => null),
			indexedColumnList,
			t({ text: ")" }, (v) => null),
			where,
			f
		], (v) => Object.assign({}, ...v.filter((x) => x !== null)))(ctx);
	}
	function unique(ctx) {
		return o(t({ text: "UNIQUE" }), (v) => ({ unique: v !== null }))(ctx);
	}
	function exists(ctx) {
		return o(s([
			t({ text: "IF" }),
			t({ text: "NOT" }),
			t({ text: "EXISTS" })
		]), (v) => ({ exists: v !== null }))(ctx);
	}
	function schema(ctx) {
		return o(s([identifier, t({ text: "." })], (v) => v[0]), (v) => ({ schema: v }))(ctx);
	}
	function index(ctx) {
		return s([identifier], (v) => ({ index: v[0] }))(ctx);
	}
	function table(ctx) {
		return s([identifier], (v) => ({ table: v[0] }))(ctx);
	}
	function where(ctx) {
		return o(s([t({ text: "WHERE" }), expression], (v) => v[1]), (v) => ({ where: v }))(ctx);
	}
	function indexedColumnList(ctx) {
		return a([
			s([
				indexedColumn,
				t({ text: "," }),
				indexedColumnList
			], (v) => ({ columns: [v[0]].concat(v[2].columns) })),
			s([
				indexedColumnExpression,
				t({ text: "," }),
				indexedColumnList
			], (v) => ({ columns: [v[0]].concat(v[2].columns) })),
			l({
				do: indexedColumn,
				next: t({ text: ")" })
			}, (v) => ({ columns: [v] })),
			l({
				do: indexedColumnExpression,
				next: t({ text: ")" })
			}, (v) => ({ columns: [v] }))
		])(ctx);
	}
	function indexedColumn(ctx) {
		return s([
			s([identifier], (v) => ({
				name: v[0],
				expression: false
			})),
			collation,
			order
		], (v) => Object.assign({}, ...v.filter((x) => x !== null)))(ctx);
	}
	function indexedColumnExpression(ctx) {
		return s([
			s([indexedExpression], (v) => ({
				name: v[0],
				expression: true
			})),
			collation,
			order
		], (v) => Object.assign({}, ...v.filter((x) => x !== null)))(ctx);
	}
	function collation(ctx) {
		return o(s([t({ text: "COLLATE" }), t({ type: "id" })], (v) => v[1]), (v) => ({ collation: v }))(ctx);
	}
	function order(ctx) {
		return a([
			t({ text: "ASC" }),
			t({ text: "DESC" }),
			e
		], (v) => ({ order: v ? v.toUpperCase() : null }))(ctx);
	}
	function indexedExpression(ctx) {
		return m(a([
			n({
				do: t({ type: "keyword" }),
				not: a([
					t({ text: "COLLATE" }),
					t({ text: "ASC" }),
					t({ text: "DESC" })
				])
			}),
			t({ type: "id" }),
			t({ type: "string" }),
			t({ type: "blob" }),
			t({ type: "numeric" }),
			t({ type: "variable" }),
			n({
				do: t({ type: "operator" }),
				not: a([
					t({ text: "(" }),
					t({ text: ")" }),
					t({ text: "," })
				])
			}),
			s([
				t({ text: "(" }),
				o(expression),
				t({ text: ")" })
			], (v) => v[1] || [])
		]))(ctx);
	}
	function expression(ctx) {
		return m(a([
			t({ type: "keyword" }),
			t({ type: "id" }),
			t({ type: "string" }),
			t({ type: "blob" }),
			t({ type: "numeric" }),
			t({ type: "variable" }),
			n({
				do: t({ type: "operator" }),
				not: a([t({ text: "(" }), t({ text: ")" })])
			}),
			s([
				t({ text: "(" }),
				o(expression),
				t({ text: ")" })
			], (v) => v[1] || [])
		]))(ctx);
	}
	function identifier(ctx) {
		return a([t({ type: "id" }), t({ type: "string" })], (v) => /^["`['][^]*["`\]']$/.test(v) ? v.substring(1, v.length - 1) : v)(ctx);
	}
	function onAction(ctx) {
		return a([
			s([t({ text: "SET" }), t({ text: "NULL" })], (v) => `${v[0]} ${v[1]}`),
			s([t({ text: "SET" }), t({ text: "DEFAULT" })], (v) => `${v[0]} ${v[1]}`),
			t({ text: "CASCADE" }),
			t({ text: "RESTRICT" }),
			s([t({ text: "NO" }), t({ text: "ACTION" })], (v) => `${v[0]} ${v[1]}`)
		], (v) => v.toUpperCase())(ctx);
	}
	function literalValue(ctx) {
		return a([
			t({ type: "numeric" }),
			t({ type: "string" }),
			t({ type: "id" }),
			t({ type: "blob" }),
			t({ text: "NULL" }),
			t({ text: "TRUE" }),
			t({ text: "FALSE" }),
			t({ text: "CURRENT_TIME" }),
			t({ text: "CURRENT_DATE" }),
			t({ text: "CURRENT_TIMESTAMP" })
		])(ctx);
	}
	function signedNumber(ctx) {
		return s([a([
			t({ text: "+" }),
			t({ text: "-" }),
			e
		]), t({ type: "numeric" })], (v) => `${v[0] || ""}${v[1]}`)(ctx);
	}
	module.exports = {
		parseCreateTable,
		parseCreateIndex
	};
}));
var require_compiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function compileCreateTable(ast, wrap = (v) => v) {
		return createTable(ast, wrap);
	}
	function compileCreateIndex(ast, wrap = (v) => v) {
		return createIndex(ast, wrap);
	}
	function createTable(ast, wrap) {
		return `CREATE${temporary(ast, wrap)} TABLE${exists(ast, wrap)} ${schema(ast, wrap)}${table(ast, wrap)} (${columnDefinitionList(ast, wrap)}${tableConstraintList(ast, wrap)})${rowid(ast, wrap)}`;
	}
	function temporary(ast, wrap) {
		return ast.temporary ? " TEMP" : "";
	}
	function rowid(ast, wrap) {
		return ast.rowid ? " WITHOUT ROWID" : "";
	}
	function columnDefinitionList(ast, wrap) {
		return ast.columns.map((column) => columnDefinition(column, wrap)).join(", ");
	}
	function columnDefinition(ast, wrap) {
		return `${identifier(ast.name, wrap)}${typeName(ast, wrap)}${columnConstraintList(ast.constraints, wrap)}`;
	}
	function typeName(ast, wrap) {
		return ast.type !== null ? ` ${ast.type}` : "";
	}
	function columnConstraintList(ast, wrap) {
		return `${primaryColumnConstraint(ast, wrap)}${notnullColumnConstraint(ast, wrap)}${nullColumnConstraint(ast, wrap)}${uniqueColumnConstraint(ast, wrap)}${checkColumnConstraint(ast, wrap)}${defaultColumnConstraint(ast, wrap)}${collateColumnConstraint(ast, wrap)}${referencesColumnConstraint(ast, wrap)}${asColumnConstraint(ast, wrap)}`;
	}
	function primaryColumnConstraint(ast, wrap) {
		return ast.primary !== null ? ` ${constraintName(ast.primary, wrap)}PRIMARY KEY${order(ast.primary, wrap)}${conflictClause(ast.primary, wrap)}${autoincrement(ast.primary, wrap)}` : "";
	}
	function autoincrement(ast, wrap) {
		return ast.autoincrement ? " AUTOINCREMENT" : "";
	}
	function notnullColumnConstraint(ast, wrap) {
		return ast.notnull !== null ? ` ${constraintName(ast.notnull, wrap)}NOT NULL${conflictClause(ast.notnull, wrap)}` : "";
	}
	function nullColumnConstraint(ast, wrap) {
		return ast.null !== null ? ` ${constraintName(ast.null, wrap)}NULL${conflictClause(ast.null, wrap)}` : "";
	}
	function uniqueColumnConstraint(ast, wrap) {
		return ast.unique !== null ? ` ${constraintName(ast.unique, wrap)}UNIQUE${conflictClause(ast.unique, wrap)}` : "";
	}
	function checkColumnConstraint(ast, wrap) {
		return ast.check !== null ? ` ${constraintName(ast.check, wrap)}CHECK (${expression(ast.check.expression, wrap)})` : "";
	}
	function defaultColumnConstraint(ast, wrap) {
		return ast.default !== null ? ` ${constraintName(ast.default, wrap)}DEFAULT ${!ast.default.expression ? ast.default.value : `(${expression(ast.default.value, wrap)})`}` : "";
	}
	function collateColumnConstraint(ast, wrap) {
		return ast.collate !== null ? ` ${constraintName(ast.collate, wrap)}COLLATE ${ast.collate.collation}` : "";
	}
	function referencesColumnConstraint(ast, wrap) {
		return ast.references !== null ? ` ${constraintName(ast.references, wrap)}${foreignKeyClause(ast.references, wrap)}` : "";
	}
	function asColumnConstraint(ast, wrap) {
		return ast.as !== null ? ` ${constraintName(ast.as, wrap)}${ast.as.generated ? "GENERATED ALWAYS " : ""}AS (${expression(ast.as.expression, wrap)})${ast.as.mode !== null ? ` ${ast.as.mode}` : ""}` : "";
	}
	function tableConstraintList(ast, wrap) {
		return ast.constraints.reduce((constraintList, constraint) => `${constraintList}, ${tableConstraint(constraint, wrap)}`, "");
	}
	function tableConstraint(ast, wrap) {
		switch (ast.type) {
			case "PRIMARY KEY": return primaryTableConstraint(ast, wrap);
			case "UNIQUE": return uniqueTableConstraint(ast, wrap);
			case "CHECK": return checkTableConstraint(ast, wrap);
			case "FOREIGN KEY": return foreignTableConstraint(ast, wrap);
		}
	}
	function primaryTableConstraint(ast, wrap) {
		return `${constraintName(ast, wrap)}PRIMARY KEY (${indexedColumnList(ast, wrap)})${conflictClause(ast, wrap)}`;
	}
	function uniqueTableConstraint(ast, wrap) {
		return `${constraintName(ast, wrap)}UNIQUE (${indexedColumnList(ast, wrap)})${conflictClause(ast, wrap)}`;
	}
	function conflictClause(ast, wrap) {
		return ast.conflict !== null ? ` ON CONFLICT ${ast.conflict}` : "";
	}
	function checkTableConstraint(ast, wrap) {
		return `${constraintName(ast, wrap)}CHECK (${expression(ast.expression, wrap)})`;
	}
	function foreignTableConstraint(ast, wrap) {
		return `${constraintName(ast, wrap)}FOREIGN KEY (${columnNameList(ast, wrap)}) ${foreignKeyClause(ast.references, wrap)}`;
	}
	function foreignKeyClause(ast, wrap) {
		return `REFERENCES ${table(ast, wrap)}${columnNameListOptional(ast, wrap)}${deleteUpdateMatchList(ast, wrap)}${deferrable(ast.deferrable, wrap)}`;
	}
	function columnNameListOptional(ast, wrap) {
		return ast.columns.length > 0 ? ` (${columnNameList(ast, wrap)})` : "";
	}
	function columnNameList(ast, wrap) {
		return ast.columns.map((column) => identifier(column, wrap)).join(", ");
	}
	function deleteUpdateMatchList(ast, wrap) {
		return `${deleteReference(ast, wrap)}${updateReference(ast, wrap)}${matchReference(ast, wrap)}`;
	}
	function deleteReference(ast, wrap) {
		return ast.delete !== null ? ` ON DELETE ${ast.delete}` : "";
	}
	function updateReference(ast, wrap) {
		return ast.update !== null ? ` ON UPDATE ${ast.update}` : "";
	}
	function matchReference(ast, wrap) {
		return ast.match !== null ? ` MATCH ${ast.match}` : "";
	}
	function deferrable(ast, wrap) {
		return ast !== null ? ` ${ast.not ? "NOT " : ""}DEFERRABLE${ast.initially !== null ? ` INITIALLY ${ast.initially}` : ""}` : "";
	}
	function constraintName(ast, wrap) {
		return ast.name !== null ? `CONSTRAINT ${identifier(ast.name, wrap)} ` : "";
	}
	function createIndex(ast, wrap) {
		return `CREATE${unique(ast, wrap)} INDEX${exists(ast, wrap)} ${schema(ast, wrap)}${index(ast, wrap)} on ${table(ast, wrap)} (${indexedColumnList(ast, wrap)})${where(ast, wrap)}`;
	}
	function unique(ast, wrap) {
		return ast.unique ? " UNIQUE" : "";
	}
	function exists(ast, wrap) {
		return ast.exists ? " IF NOT EXISTS" : "";
	}
	function schema(ast, wrap) {
		return ast.schema !== null ? `${identifier(ast.schema, wrap)}.` : "";
	}
	function index(ast, wrap) {
		return identifier(ast.index, wrap);
	}
	function table(ast, wrap) {
		return identifier(ast.table, wrap);
	}
	function where(ast, wrap) {
		return ast.where !== null ? ` where ${expression(ast.where)}` : "";
	}
	function indexedColumnList(ast, wrap) {
		return ast.columns.map((column) => !column.expression ? indexedColumn(column, wrap) : indexedColumnExpression(column, wrap)).join(", ");
	}
	function indexedColumn(ast, wrap) {
		return `${identifier(ast.name, wrap)}${collation(ast, wrap)}${order(ast, wrap)}`;
	}
	function indexedColumnExpression(ast, wrap) {
		return `${indexedExpression(ast.name, wrap)}${collation(ast, wrap)}${order(ast, wrap)}`;
	}
	function collation(ast, wrap) {
		return ast.collation !== null ? ` COLLATE ${ast.collation}` : "";
	}
	function order(ast, wrap) {
		return ast.order !== null ? ` ${ast.order}` : "";
	}
	function indexedExpression(ast, wrap) {
		return expression(ast, wrap);
	}
	function expression(ast, wrap) {
		return ast.reduce((expr, e) => Array.isArray(e) ? `${expr}(${expression(e)})` : !expr ? e : `${expr} ${e}`, "");
	}
	function identifier(ast, wrap) {
		return wrap(ast);
	}
	module.exports = {
		compileCreateTable,
		compileCreateIndex
	};
}));
var require_utils$2 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function isEqualId(first, second) {
		return first.toLowerCase() === second.toLowerCase();
	}
	function includesId(list, id) {
		return list.some((item) => isEqualId(item, id));
	}
	module.exports = {
		isEqualId,
		includesId
	};
}));
var require_ddl = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const identity = require_identity();
	const { nanonum } = require_nanoid();
	const { copyData, dropOriginal, renameTable, getTableSql, isForeignCheckEnabled, setForeignCheck, executeForeignCheck } = require_sqlite_ddl_operations();
	const { parseCreateTable, parseCreateIndex } = require_parser();
	const { compileCreateTable, compileCreateIndex } = require_compiler();
	const { isEqualId, includesId } = require_utils$2();
	var SQLite3_DDL = class {
		constructor(client, tableCompiler, pragma, connection) {
			this.client = client;
			this.tableCompiler = tableCompiler;
			this.pragma = pragma;
			this.tableNameRaw = this.tableCompiler.tableNameRaw;
			this.alteredName = `_knex_temp_alter${nanonum(3)}`;
			this.connection = connection;
			this.formatter = (value) => this.client.customWrapIdentifier(value, identity);
			this.wrap = (value) => this.client.wrapIdentifierImpl(value);
		}
		tableName() {
			return this.formatter(this.tableNameRaw);
		}
		getTableSql() {
			const tableName = this.tableName();
			return this.client.transaction(async (trx) => {
				trx.disableProcessing();
				const result = await trx.raw(getTableSql(tableName));
				trx.enableProcessing();
				return {
					createTable: result.filter((create) => create.type === "table")[0].sql,
					createIndices: result.filter((create) => create.type === "index").map((create) => create.sql)
				};
			}, {
				connection: this.connection,
				enforceForeignCheck: null
			});
		}
		async isForeignCheckEnabled() {
			return (await this.client.raw(isForeignCheckEnabled()).connection(this.connection))[0].foreign_keys === 1;
		}
		async setForeignCheck(enable) {
			await this.client.raw(setForeignCheck(enable)).connection(this.connection);
		}
		renameTable(trx) {
			return trx.raw(renameTable(this.alteredName, this.tableName()));
		}
		dropOriginal(trx) {
			return trx.raw(dropOriginal(this.tableName()));
		}
		copyData(trx, columns) {
			return trx.raw(copyData(this.tableName(), this.alteredName, columns));
		}
		async alterColumn(columns) {
			const { createTable, createIndices } = await this.getTableSql();
			const parsedTable = parseCreateTable(createTable);
			parsedTable.table = this.alteredName;
			parsedTable.columns = parsedTable.columns.map((column) => {
				const newColumnInfo = columns.find((c) => isEqualId(c.name, column.name));
				if (newColumnInfo) {
					column.type = newColumnInfo.type;
					column.constraints.default = newColumnInfo.defaultTo !== null ? {
						name: null,
						value: newColumnInfo.defaultTo,
						expression: false
					} : null;
					column.constraints.notnull = newColumnInfo.notNull ? {
						name: null,
						conflict: null
					} : null;
					column.constraints.null = newColumnInfo.notNull ? null : column.constraints.null;
				}
				return column;
			});
			const newTable = compileCreateTable(parsedTable, this.wrap);
			return this.generateAlterCommands(newTable, createIndices);
		}
		async dropColumn(columns) {
			const { createTable, createIndices } = await this.getTableSql();
			const parsedTable = parseCreateTable(createTable);
			parsedTable.table = this.alteredName;
			parsedTable.columns = parsedTable.columns.filter((parsedColumn) => parsedColumn.expression || !includesId(columns, parsedColumn.name));
			if (parsedTable.columns.length === 0) throw new Error("Unable to drop last column from table");
			parsedTable.constraints = parsedTable.constraints.filter((constraint) => {
				if (constraint.type === "PRIMARY KEY" || constraint.type === "UNIQUE") return constraint.columns.every((constraintColumn) => constraintColumn.expression || !includesId(columns, constraintColumn.name));
				else if (constraint.type === "FOREIGN KEY") return constraint.columns.every((constraintColumnName) => !includesId(columns, constraintColumnName)) && (constraint.references.table !== parsedTable.table || constraint.references.columns.every((referenceColumnName) => !includesId(columns, referenceColumnName)));
				else return true;
			});
			const newColumns = parsedTable.columns.map((column) => column.name);
			const newTable = compileCreateTable(parsedTable, this.wrap);
			const newIndices = [];
			for (const createIndex of createIndices) {
				const parsedIndex = parseCreateIndex(createIndex);
				parsedIndex.columns = parsedIndex.columns.filter((parsedColumn) => parsedColumn.expression || !includesId(columns, parsedColumn.name));
				if (parsedIndex.columns.length > 0) newIndices.push(compileCreateIndex(parsedIndex, this.wrap));
			}
			return this.alter(newTable, newIndices, newColumns);
		}
		async dropForeign(columns, foreignKeyName) {
			const { createTable, createIndices } = await this.getTableSql();
			const parsedTable = parseCreateTable(createTable);
			parsedTable.table = this.alteredName;
			if (!foreignKeyName) parsedTable.columns = parsedTable.columns.map((column) => ({
				...column,
				references: includesId(columns, column.name) ? null : column.references
			}));
			parsedTable.constraints = parsedTable.constraints.filter((constraint) => {
				if (constraint.type === "FOREIGN KEY") {
					if (foreignKeyName) return !constraint.name || !isEqualId(constraint.name, foreignKeyName);
					return constraint.columns.every((constraintColumnName) => !includesId(columns, constraintColumnName));
				} else return true;
			});
			const newTable = compileCreateTable(parsedTable, this.wrap);
			return this.alter(newTable, createIndices);
		}
		async dropPrimary(constraintName) {
			const { createTable, createIndices } = await this.getTableSql();
			const parsedTable = parseCreateTable(createTable);
			parsedTable.table = this.alteredName;
			parsedTable.columns = parsedTable.columns.map((column) => ({
				...column,
				primary: null
			}));
			parsedTable.constraints = parsedTable.constraints.filter((constraint) => {
				if (constraint.type === "PRIMARY KEY") {
					if (constraintName) return !constraint.name || !isEqualId(constraint.name, constraintName);
					else return false;
				} else return true;
			});
			const newTable = compileCreateTable(parsedTable, this.wrap);
			return this.alter(newTable, createIndices);
		}
		async primary(columns, constraintName) {
			const { createTable, createIndices } = await this.getTableSql();
			const parsedTable = parseCreateTable(createTable);
			parsedTable.table = this.alteredName;
			parsedTable.columns = parsedTable.columns.map((column) => ({
				...column,
				primary: null
			}));
			parsedTable.constraints = parsedTable.constraints.filter((constraint) => constraint.type !== "PRIMARY KEY");
			parsedTable.constraints.push({
				type: "PRIMARY KEY",
				name: constraintName || null,
				columns: columns.map((column) => ({
					name: column,
					expression: false,
					collation: null,
					order: null
				})),
				conflict: null
			});
			const newTable = compileCreateTable(parsedTable, this.wrap);
			return this.alter(newTable, createIndices);
		}
		async foreign(foreignInfo) {
			const { createTable, createIndices } = await this.getTableSql();
			const parsedTable = parseCreateTable(createTable);
			parsedTable.table = this.alteredName;
			parsedTable.constraints.push({
				type: "FOREIGN KEY",
				name: foreignInfo.keyName || null,
				columns: foreignInfo.column,
				references: {
					table: foreignInfo.inTable,
					columns: foreignInfo.references,
					delete: foreignInfo.onDelete || null,
					update: foreignInfo.onUpdate || null,
					match: null,
					deferrable: null
				}
			});
			const newTable = compileCreateTable(parsedTable, this.wrap);
			return this.generateAlterCommands(newTable, createIndices);
		}
		async setNullable(column, isNullable) {
			const { createTable, createIndices } = await this.getTableSql();
			const parsedTable = parseCreateTable(createTable);
			parsedTable.table = this.alteredName;
			const parsedColumn = parsedTable.columns.find((c) => isEqualId(column, c.name));
			if (!parsedColumn) throw new Error(`.setNullable: Column ${column} does not exist in table ${this.tableName()}.`);
			parsedColumn.constraints.notnull = isNullable ? null : {
				name: null,
				conflict: null
			};
			parsedColumn.constraints.null = isNullable ? parsedColumn.constraints.null : null;
			const newTable = compileCreateTable(parsedTable, this.wrap);
			return this.generateAlterCommands(newTable, createIndices);
		}
		async alter(newSql, createIndices, columns) {
			const enforceForeignCheck = this.client.transacting ? null : false;
			await this.client.transaction(async (trx) => {
				await trx.raw(newSql);
				await this.copyData(trx, columns);
				await this.dropOriginal(trx);
				await this.renameTable(trx);
				for (const createIndex of createIndices) await trx.raw(createIndex);
			}, {
				connection: this.connection,
				enforceForeignCheck
			});
		}
		async generateAlterCommands(newSql, createIndices, columns) {
			const sql = [];
			const pre = [];
			const post = [];
			let check = null;
			sql.push(newSql);
			sql.push(copyData(this.tableName(), this.alteredName, columns));
			sql.push(dropOriginal(this.tableName()));
			sql.push(renameTable(this.alteredName, this.tableName()));
			for (const createIndex of createIndices) sql.push(createIndex);
			if (await this.isForeignCheckEnabled()) {
				pre.push(setForeignCheck(false));
				post.push(setForeignCheck(true));
				check = executeForeignCheck();
			}
			return {
				pre,
				sql,
				check,
				post
			};
		}
	};
	module.exports = SQLite3_DDL;
}));
var require_sqlite_querybuilder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const QueryBuilder = require_querybuilder();
	module.exports = class QueryBuilder_SQLite3 extends QueryBuilder {
		withMaterialized(alias, statementOrColumnList, nothingOrStatement) {
			this._validateWithArgs(alias, statementOrColumnList, nothingOrStatement, "with");
			return this.withWrapped(alias, statementOrColumnList, nothingOrStatement, true);
		}
		withNotMaterialized(alias, statementOrColumnList, nothingOrStatement) {
			this._validateWithArgs(alias, statementOrColumnList, nothingOrStatement, "with");
			return this.withWrapped(alias, statementOrColumnList, nothingOrStatement, false);
		}
	};
}));
var require_sqlite3 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const defaults = require_defaults();
	const map = require_map();
	const { promisify } = __require("util");
	const Client = require_client();
	const Raw = require_raw();
	const Transaction_Sqlite = require_sqlite_transaction();
	const SqliteQueryCompiler = require_sqlite_querycompiler();
	const SchemaCompiler = require_sqlite_compiler();
	const ColumnCompiler = require_sqlite_columncompiler();
	const TableCompiler = require_sqlite_tablecompiler();
	const ViewCompiler = require_sqlite_viewcompiler();
	const SQLite3_DDL = require_ddl();
	const Formatter = require_formatter();
	const QueryBuilder = require_sqlite_querybuilder();
	var Client_SQLite3 = class extends Client {
		constructor(config) {
			super(config);
			if (config.connection && config.connection.filename === void 0) this.logger.warn("Could not find `connection.filename` in config. Please specify the database path and name to avoid errors. (see docs https://knexjs.org/guide/#configuration-options)");
			if (config.useNullAsDefault === void 0) this.logger.warn("sqlite does not support inserting default values. Set the `useNullAsDefault` flag to hide this warning. (see docs https://knexjs.org/guide/query-builder.html#insert).");
			this.strictForeignKeyPragma = false;
		}
		_driver() {
			return __require("sqlite3");
		}
		/** @returns {Client_SQLite3 & {strictForeignKeyPragma: true}} */
		_strict() {
			const strictClient = Object.create(this);
			strictClient.strictForeignKeyPragma = true;
			strictClient.transaction = strictClient.transaction.bind(strictClient);
			return strictClient;
		}
		schemaCompiler() {
			return new SchemaCompiler(this, ...arguments);
		}
		transaction() {
			return new Transaction_Sqlite(this, ...arguments);
		}
		queryCompiler(builder, formatter) {
			return new SqliteQueryCompiler(this, builder, formatter);
		}
		queryBuilder() {
			return new QueryBuilder(this);
		}
		viewCompiler(builder, formatter) {
			return new ViewCompiler(this, builder, formatter);
		}
		columnCompiler() {
			return new ColumnCompiler(this, ...arguments);
		}
		tableCompiler() {
			return new TableCompiler(this, ...arguments);
		}
		ddl(compiler, pragma, connection) {
			return new SQLite3_DDL(this._strict(), compiler, pragma, connection);
		}
		wrapIdentifierImpl(value) {
			return value !== "*" ? `\`${value.replace(/`/g, "``")}\`` : "*";
		}
		acquireRawConnection() {
			return new Promise((resolve, reject) => {
				let flags = this.driver.OPEN_READWRITE | this.driver.OPEN_CREATE;
				if (this.connectionSettings.flags) {
					if (!Array.isArray(this.connectionSettings.flags)) throw new Error(`flags must be an array of strings`);
					this.connectionSettings.flags.forEach((_flag) => {
						if (!_flag.startsWith("OPEN_") || !this.driver[_flag]) throw new Error(`flag ${_flag} not supported by node-sqlite3`);
						flags = flags | this.driver[_flag];
					});
				}
				const db = new this.driver.Database(this.connectionSettings.filename, flags, (err) => {
					if (err) return reject(err);
					resolve(db);
				});
			});
		}
		async destroyRawConnection(connection) {
			return promisify((cb) => connection.close(cb))();
		}
		_query(connection, obj) {
			if (!obj.sql) throw new Error("The query is empty");
			const { method } = obj;
			let callMethod;
			switch (method) {
				case "insert":
				case "update":
					callMethod = obj.returning ? "all" : "run";
					break;
				case "counter":
				case "del":
					callMethod = "run";
					break;
				default: callMethod = "all";
			}
			return new Promise(function(resolver, rejecter) {
				if (!connection || !connection[callMethod]) return rejecter(/* @__PURE__ */ new Error(`Error calling ${callMethod} on connection.`));
				connection[callMethod](obj.sql, obj.bindings, function(err, response) {
					if (err) return rejecter(err);
					obj.response = response;
					obj.context = this;
					return resolver(obj);
				});
			});
		}
		_stream(connection, obj, stream) {
			if (!obj.sql) throw new Error("The query is empty");
			const client = this;
			return new Promise(function(resolver, rejecter) {
				stream.on("error", rejecter);
				stream.on("end", resolver);
				return client._query(connection, obj).then((obj) => obj.response).then((rows) => rows.forEach((row) => stream.write(row))).catch(function(err) {
					stream.emit("error", err);
				}).then(function() {
					stream.end();
				});
			});
		}
		processResponse(obj, runner) {
			const ctx = obj.context;
			const { response, returning } = obj;
			if (obj.output) return obj.output.call(runner, response);
			switch (obj.method) {
				case "select": return response;
				case "first": return response[0];
				case "pluck": return map(response, obj.pluck);
				case "insert":
					if (returning) {
						if (response) return response;
					}
					return [ctx.lastID];
				case "update":
					if (returning) {
						if (response) return response;
					}
					return ctx.changes;
				case "del":
				case "counter": return ctx.changes;
				default: return response;
			}
		}
		poolDefaults() {
			return defaults({
				min: 1,
				max: 1
			}, super.poolDefaults());
		}
		formatter(builder) {
			return new Formatter(this, builder);
		}
		values(values, builder, formatter) {
			if (Array.isArray(values)) {
				if (Array.isArray(values[0])) return `( values ${values.map((value) => `(${this.parameterize(value, void 0, builder, formatter)})`).join(", ")})`;
				return `(${this.parameterize(values, void 0, builder, formatter)})`;
			}
			if (values instanceof Raw) return `(${this.parameter(values, builder, formatter)})`;
			return this.parameter(values, builder, formatter);
		}
	};
	Object.assign(Client_SQLite3.prototype, {
		dialect: "sqlite3",
		driverName: "sqlite3"
	});
	module.exports = Client_SQLite3;
}));
var require_better_sqlite3 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Client_SQLite3 = require_sqlite3();
	var Client_BetterSQLite3 = class extends Client_SQLite3 {
		_driver() {
			return __require("better-sqlite3");
		}
		async acquireRawConnection() {
			const options = this.connectionSettings.options || {};
			const db = new this.driver(this.connectionSettings.filename, {
				nativeBinding: options.nativeBinding,
				readonly: !!options.readonly
			});
			const safeIntegers = this._optSafeIntegers(options);
			if (safeIntegers !== void 0) db.defaultSafeIntegers(safeIntegers);
			return db;
		}
		async destroyRawConnection(connection) {
			return connection.close();
		}
		async _query(connection, obj) {
			if (!obj.sql) throw new Error("The query is empty");
			if (!connection) throw new Error("No connection provided");
			const statement = connection.prepare(obj.sql);
			const safeIntegers = this._optSafeIntegers(obj.options);
			if (safeIntegers !== void 0) statement.safeIntegers(safeIntegers);
			const bindings = this._formatBindings(obj.bindings);
			if (statement.reader) {
				obj.response = await statement.all(bindings);
				return obj;
			}
			const response = await statement.run(bindings);
			obj.response = response;
			obj.context = {
				lastID: response.lastInsertRowid,
				changes: response.changes
			};
			return obj;
		}
		_formatBindings(bindings) {
			if (!bindings) return [];
			return bindings.map((binding) => {
				if (binding instanceof Date) return binding.valueOf();
				if (typeof binding === "boolean") return Number(binding);
				return binding;
			});
		}
		_optSafeIntegers(options) {
			if (options && typeof options === "object" && typeof options.safeIntegers === "boolean") return options.safeIntegers;
		}
	};
	Object.assign(Client_BetterSQLite3.prototype, { driverName: "better-sqlite3" });
	module.exports = Client_BetterSQLite3;
}));
var require_pg_transaction = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Transaction = require_transaction$6();
	var Transaction_PG = class extends Transaction {
		begin(conn) {
			const trxMode = [this.isolationLevel ? `ISOLATION LEVEL ${this.isolationLevel}` : "", this.readOnly ? "READ ONLY" : ""].join(" ").trim();
			if (trxMode.length === 0) return this.query(conn, "BEGIN;");
			return this.query(conn, `BEGIN TRANSACTION ${trxMode};`);
		}
	};
	module.exports = Transaction_PG;
}));
var require_pg_querycompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const identity = require_identity();
	const reduce = require_reduce();
	const QueryCompiler = require_querycompiler();
	const { wrapString, columnize: columnize_, operator: operator_, wrap: wrap_ } = require_wrappingFormatter();
	var QueryCompiler_PG = class extends QueryCompiler {
		constructor(client, builder, formatter) {
			super(client, builder, formatter);
			this._defaultInsertValue = "default";
		}
		truncate() {
			return `truncate ${this.tableName} restart identity`;
		}
		insert() {
			let sql = super.insert();
			if (sql === "") return sql;
			const { returning, onConflict, ignore, merge, insert } = this.single;
			if (onConflict && ignore) sql += this._ignore(onConflict);
			if (onConflict && merge) {
				sql += this._merge(merge.updates, onConflict, insert);
				const wheres = this.where();
				if (wheres) sql += ` ${wheres}`;
			}
			if (returning) sql += this._returning(returning);
			return {
				sql,
				returning
			};
		}
		update() {
			const withSQL = this.with();
			const updateData = this._prepUpdate(this.single.update);
			const { returning, updateFrom } = this.single;
			const updateFromSQL = this._updateFrom(updateFrom);
			const wheres = this.where();
			return {
				sql: withSQL + `update ${this.single.only ? "only " : ""}${this.tableName} set ${updateData.join(", ")}` + updateFromSQL + (wheres ? ` ${wheres}` : "") + this._returning(returning),
				returning
			};
		}
		using() {
			const usingTables = this.single.using;
			if (!usingTables) return;
			let sql = "using ";
			if (Array.isArray(usingTables)) sql += usingTables.map((table) => {
				return this.formatter.wrap(table);
			}).join(",");
			else sql += this.formatter.wrap(usingTables);
			return sql;
		}
		del() {
			const { tableName } = this;
			const withSQL = this.with();
			let using = this.using() || "";
			const joins = this.grouped.join;
			const tableJoins = [];
			const joinWhereStatements = [];
			if (Array.isArray(joins)) {
				for (const join of joins) {
					tableJoins.push(wrap_(this._joinTable(join), void 0, this.builder, this.client, this.bindingsHolder));
					for (const clause of join.clauses) joinWhereStatements.push({
						column: clause.column,
						operator: "=",
						value: clause.value,
						asColumn: true
					});
				}
				if (tableJoins.length > 0) using += (using ? "," : "using ") + tableJoins.join(",");
			}
			let wheres = this.where() || "";
			const joinWhereClauses = joinWhereStatements.map((joinWhere) => this.whereBasic(joinWhere));
			if (joinWhereClauses.length > 0) wheres += (wheres ? " and " : "where ") + joinWhereClauses.join(" and ");
			const sql = withSQL + `delete from ${this.single.only ? "only " : ""}${tableName}` + (using ? ` ${using}` : "") + (wheres ? ` ${wheres}` : "");
			const { returning } = this.single;
			return {
				sql: sql + this._returning(returning),
				returning
			};
		}
		aggregate(stmt) {
			return this._aggregate(stmt, { distinctParentheses: true });
		}
		_returning(value) {
			return value ? ` returning ${this.formatter.columnize(value)}` : "";
		}
		_updateFrom(name) {
			return name ? ` from ${this.formatter.wrap(name)}` : "";
		}
		_ignore(columns) {
			if (columns === true) return " on conflict do nothing";
			return ` on conflict ${this._onConflictClause(columns)} do nothing`;
		}
		_merge(updates, columns, insert) {
			let sql = ` on conflict ${this._onConflictClause(columns)} do update set `;
			if (updates && Array.isArray(updates)) {
				sql += updates.map((column) => wrapString(column.split(".").pop(), this.formatter.builder, this.client, this.formatter)).map((column) => `${column} = excluded.${column}`).join(", ");
				return sql;
			} else if (updates && typeof updates === "object") {
				const updateData = this._prepUpdate(updates);
				if (typeof updateData === "string") sql += updateData;
				else sql += updateData.join(",");
				return sql;
			} else {
				const insertData = this._prepInsert(insert);
				if (typeof insertData === "string") throw new Error("If using merge with a raw insert query, then updates must be provided");
				sql += insertData.columns.map((column) => wrapString(column.split(".").pop(), this.builder, this.client)).map((column) => `${column} = excluded.${column}`).join(", ");
				return sql;
			}
		}
		_lockingClause(lockMode) {
			const tables = this.single.lockTables || [];
			return lockMode + (tables.length ? " of " + tables.filter(Boolean).map((table) => this.formatter.wrap(table)).join(", ") : "");
		}
		_groupOrder(item, type) {
			return super._groupOrderNulls(item, type);
		}
		forUpdate() {
			return this._lockingClause("for update");
		}
		forShare() {
			return this._lockingClause("for share");
		}
		forNoKeyUpdate() {
			return this._lockingClause("for no key update");
		}
		forKeyShare() {
			return this._lockingClause("for key share");
		}
		skipLocked() {
			return "skip locked";
		}
		noWait() {
			return "nowait";
		}
		columnInfo() {
			const column = this.single.columnInfo;
			let schema = this.single.schema;
			const table = this.client.customWrapIdentifier(this.single.table, identity);
			if (schema) schema = this.client.customWrapIdentifier(schema, identity);
			const sql = "select * from information_schema.columns where table_name = ? and table_catalog = current_database()";
			const bindings = [table];
			return this._buildColumnInfoQuery(schema, sql, bindings, column);
		}
		_buildColumnInfoQuery(schema, sql, bindings, column) {
			if (schema) {
				sql += " and table_schema = ?";
				bindings.push(schema);
			} else sql += " and table_schema = current_schema()";
			return {
				sql,
				bindings,
				output(resp) {
					const out = reduce(resp.rows, function(columns, val) {
						columns[val.column_name] = {
							type: val.data_type,
							maxLength: val.character_maximum_length,
							nullable: val.is_nullable === "YES",
							defaultValue: val.column_default
						};
						return columns;
					}, {});
					return column && out[column] || out;
				}
			};
		}
		distinctOn(value) {
			return "distinct on (" + this.formatter.columnize(value) + ") ";
		}
		jsonExtract(params) {
			return this._jsonExtract("jsonb_path_query", params);
		}
		jsonSet(params) {
			return this._jsonSet("jsonb_set", Object.assign({}, params, { path: this.client.toPathForJson(params.path) }));
		}
		jsonInsert(params) {
			return this._jsonSet("jsonb_insert", Object.assign({}, params, { path: this.client.toPathForJson(params.path) }));
		}
		jsonRemove(params) {
			const jsonCol = `${columnize_(params.column, this.builder, this.client, this.bindingsHolder)} #- ${this.client.parameter(this.client.toPathForJson(params.path), this.builder, this.bindingsHolder)}`;
			return params.alias ? this.client.alias(jsonCol, this.formatter.wrap(params.alias)) : jsonCol;
		}
		whereJsonPath(statement) {
			let castValue = "";
			if (!isNaN(statement.value) && parseInt(statement.value)) castValue = "::int";
			else if (!isNaN(statement.value) && parseFloat(statement.value)) castValue = "::float";
			else castValue = " #>> '{}'";
			return `jsonb_path_query_first(${this._columnClause(statement)}, ${this.client.parameter(statement.jsonPath, this.builder, this.bindingsHolder)})${castValue} ${operator_(statement.operator, this.builder, this.client, this.bindingsHolder)} ${this._jsonValueClause(statement)}`;
		}
		whereJsonSupersetOf(statement) {
			return this._not(statement, `${wrap_(statement.column, void 0, this.builder, this.client, this.bindingsHolder)} @> ${this._jsonValueClause(statement)}`);
		}
		whereJsonSubsetOf(statement) {
			return this._not(statement, `${columnize_(statement.column, this.builder, this.client, this.bindingsHolder)} <@ ${this._jsonValueClause(statement)}`);
		}
		onJsonPathEquals(clause) {
			return this._onJsonPathEquals("jsonb_path_query_first", clause);
		}
	};
	module.exports = QueryCompiler_PG;
}));
var require_pg_querybuilder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const QueryBuilder = require_querybuilder();
	module.exports = class QueryBuilder_PostgreSQL extends QueryBuilder {
		updateFrom(name) {
			this._single.updateFrom = name;
			return this;
		}
		using(tables) {
			this._single.using = tables;
			return this;
		}
		withMaterialized(alias, statementOrColumnList, nothingOrStatement) {
			this._validateWithArgs(alias, statementOrColumnList, nothingOrStatement, "with");
			return this.withWrapped(alias, statementOrColumnList, nothingOrStatement, true);
		}
		withNotMaterialized(alias, statementOrColumnList, nothingOrStatement) {
			this._validateWithArgs(alias, statementOrColumnList, nothingOrStatement, "with");
			return this.withWrapped(alias, statementOrColumnList, nothingOrStatement, false);
		}
	};
}));
var require_pg_columncompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ColumnCompiler = require_columncompiler();
	const { isObject, isNumber } = require_is();
	const { toNumber } = require_helpers$1();
	const commentEscapeRegex = /(?<!')'(?!')/g;
	var ColumnCompiler_PG = class extends ColumnCompiler {
		constructor(client, tableCompiler, columnBuilder) {
			super(client, tableCompiler, columnBuilder);
			this.modifiers = [
				"nullable",
				"defaultTo",
				"comment"
			];
			this._addCheckModifiers();
		}
		bit(column) {
			return column.length !== false ? `bit(${column.length})` : "bit";
		}
		enu(allowed, options) {
			options = options || {};
			const values = options.useNative && options.existingType ? void 0 : allowed.join("', '");
			if (options.useNative) {
				let enumName = "";
				const schemaName = options.schemaName || this.tableCompiler.schemaNameRaw;
				if (schemaName) enumName += `"${schemaName}".`;
				enumName += `"${options.enumName}"`;
				if (!options.existingType) this.tableCompiler.unshiftQuery(`create type ${enumName} as enum ('${values}')`);
				return enumName;
			}
			return `text check (${this.formatter.wrap(this.args[0])} in ('${values}'))`;
		}
		decimal(precision, scale) {
			if (precision === null) return "decimal";
			return `decimal(${toNumber(precision, 8)}, ${toNumber(scale, 2)})`;
		}
		json(jsonb) {
			if (jsonb) this.client.logger.deprecate("json(true)", "jsonb()");
			return jsonColumn(this.client, jsonb);
		}
		jsonb() {
			return jsonColumn(this.client, true);
		}
		checkRegex(regex, constraintName) {
			return this._check(`${this.formatter.wrap(this.getColumnName())} ~ ${this.client._escapeBinding(regex)}`, constraintName);
		}
		datetime(withoutTz = false, precision) {
			const defaultPrecision = isNumber(this.client.config.defaultDateTimePrecision) ? `(${this.client.config.defaultDateTimePrecision})` : "";
			let useTz;
			if (isObject(withoutTz)) ({useTz, precision} = withoutTz);
			else useTz = !withoutTz;
			useTz = typeof useTz === "boolean" ? useTz : true;
			precision = precision !== void 0 && precision !== null ? "(" + precision + ")" : defaultPrecision;
			return `${useTz ? "timestamptz" : "timestamp"}${precision}`;
		}
		timestamp(withoutTz = false, precision) {
			return this.datetime(withoutTz, precision);
		}
		comment(comment) {
			const columnName = this.args[0] || this.defaults("columnName");
			const escapedComment = comment ? `'${comment.replace(commentEscapeRegex, "''")}'` : "NULL";
			this.pushAdditional(function() {
				this.pushQuery(`comment on column ${this.tableCompiler.tableName()}.` + this.formatter.wrap(columnName) + ` is ${escapedComment}`);
			}, comment);
		}
		increments(options = { primaryKey: true }) {
			return "serial" + (this.tableCompiler._canBeAddPrimaryKey(options) ? " primary key" : "");
		}
		bigincrements(options = { primaryKey: true }) {
			return "bigserial" + (this.tableCompiler._canBeAddPrimaryKey(options) ? " primary key" : "");
		}
		uuid(options = { primaryKey: false }) {
			return "uuid" + (this.tableCompiler._canBeAddPrimaryKey(options) ? " primary key" : "");
		}
	};
	ColumnCompiler_PG.prototype.bigint = "bigint";
	ColumnCompiler_PG.prototype.binary = "bytea";
	ColumnCompiler_PG.prototype.bool = "boolean";
	ColumnCompiler_PG.prototype.double = "double precision";
	ColumnCompiler_PG.prototype.floating = "real";
	ColumnCompiler_PG.prototype.smallint = "smallint";
	ColumnCompiler_PG.prototype.tinyint = "smallint";
	function jsonColumn(client, jsonb) {
		if (!client.version || client.config.client === "cockroachdb" || client.config.jsonbSupport === true || parseFloat(client.version) >= 9.2) return jsonb ? "jsonb" : "json";
		return "text";
	}
	module.exports = ColumnCompiler_PG;
}));
var require_pg_tablecompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const has = require_has();
	const TableCompiler = require_tablecompiler();
	const { isObject, isString } = require_is();
	var TableCompiler_PG = class extends TableCompiler {
		constructor(client, tableBuilder) {
			super(client, tableBuilder);
		}
		renameColumn(from, to) {
			return this.pushQuery({ sql: `alter table ${this.tableName()} rename ${this.formatter.wrap(from)} to ${this.formatter.wrap(to)}` });
		}
		_setNullableState(column, isNullable) {
			const constraintAction = isNullable ? "drop not null" : "set not null";
			const sql = `alter table ${this.tableName()} alter column ${this.formatter.wrap(column)} ${constraintAction}`;
			return this.pushQuery({ sql });
		}
		compileAdd(builder) {
			const table = this.formatter.wrap(builder);
			const columns = this.prefixArray("add column", this.getColumns(builder));
			return this.pushQuery({ sql: `alter table ${table} ${columns.join(", ")}` });
		}
		createQuery(columns, ifNot, like) {
			const createStatement = ifNot ? "create table if not exists " : "create table ";
			const columnsSql = ` (${columns.sql.join(", ")}${this.primaryKeys() || ""}${this._addChecks()})`;
			let sql = createStatement + this.tableName() + (like && this.tableNameLike() ? " (like " + this.tableNameLike() + " including all" + (columns.sql.length ? ", " + columns.sql.join(", ") : "") + ")" : columnsSql);
			if (this.single.inherits) sql += ` inherits (${this.formatter.wrap(this.single.inherits)})`;
			this.pushQuery({
				sql,
				bindings: columns.bindings
			});
			if (has(this.single, "comment")) this.comment(this.single.comment);
		}
		primaryKeys() {
			const pks = (this.grouped.alterTable || []).filter((k) => k.method === "primary");
			if (pks.length > 0 && pks[0].args.length > 0) {
				const columns = pks[0].args[0];
				let constraintName = pks[0].args[1] || "";
				let deferrable;
				if (isObject(constraintName)) ({constraintName, deferrable} = constraintName);
				deferrable = deferrable ? ` deferrable initially ${deferrable}` : "";
				constraintName = constraintName ? this.formatter.wrap(constraintName) : this.formatter.wrap(`${this.tableNameRaw}_pkey`);
				return `, constraint ${constraintName} primary key (${this.formatter.columnize(columns)})${deferrable}`;
			}
		}
		addColumns(columns, prefix, colCompilers) {
			if (prefix === this.alterColumnsPrefix) for (const col of colCompilers) this._addColumn(col);
			else super.addColumns(columns, prefix);
		}
		_addColumn(col) {
			const quotedTableName = this.tableName();
			const type = col.getColumnType();
			const colName = this.client.wrapIdentifier(col.getColumnName(), col.columnBuilder.queryContext());
			const isEnum = col.type === "enu";
			this.pushQuery({
				sql: `alter table ${quotedTableName} alter column ${colName} drop default`,
				bindings: []
			});
			const alterNullable = col.columnBuilder.alterNullable;
			if (alterNullable) this.pushQuery({
				sql: `alter table ${quotedTableName} alter column ${colName} drop not null`,
				bindings: []
			});
			if (col.columnBuilder.alterType) this.pushQuery({
				sql: `alter table ${quotedTableName} alter column ${colName} type ${type} using (${colName}${isEnum ? "::text::" : "::"}${type})`,
				bindings: []
			});
			const defaultTo = col.modified["defaultTo"];
			if (defaultTo) {
				const modifier = col.defaultTo.apply(col, defaultTo);
				this.pushQuery({
					sql: `alter table ${quotedTableName} alter column ${colName} set ${modifier}`,
					bindings: []
				});
			}
			if (alterNullable) {
				const nullable = col.modified["nullable"];
				if (nullable && nullable[0] === false) this.pushQuery({
					sql: `alter table ${quotedTableName} alter column ${colName} set not null`,
					bindings: []
				});
			}
		}
		comment(comment) {
			this.pushQuery(`comment on table ${this.tableName()} is '${this.single.comment}'`);
		}
		primary(columns, constraintName) {
			let deferrable;
			if (isObject(constraintName)) ({constraintName, deferrable} = constraintName);
			deferrable = deferrable ? ` deferrable initially ${deferrable}` : "";
			constraintName = constraintName ? this.formatter.wrap(constraintName) : this.formatter.wrap(`${this.tableNameRaw}_pkey`);
			if (this.method !== "create" && this.method !== "createIfNot") this.pushQuery(`alter table ${this.tableName()} add constraint ${constraintName} primary key (${this.formatter.columnize(columns)})${deferrable}`);
		}
		unique(columns, indexName) {
			let deferrable;
			let useConstraint = true;
			let predicate;
			if (isObject(indexName)) {
				({indexName, deferrable, useConstraint, predicate} = indexName);
				if (useConstraint === void 0) useConstraint = !!deferrable || !predicate;
			}
			if (!useConstraint && deferrable && deferrable !== "not deferrable") throw new Error("postgres cannot create deferrable index");
			if (useConstraint && predicate) throw new Error("postgres cannot create constraint with predicate");
			deferrable = deferrable ? ` deferrable initially ${deferrable}` : "";
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("unique", this.tableNameRaw, columns);
			if (useConstraint) this.pushQuery(`alter table ${this.tableName()} add constraint ${indexName} unique (` + this.formatter.columnize(columns) + ")" + deferrable);
			else {
				const predicateQuery = predicate ? " " + this.client.queryCompiler(predicate).where() : "";
				this.pushQuery(`create unique index ${indexName} on ${this.tableName()} (${this.formatter.columnize(columns)})${predicateQuery}`);
			}
		}
		index(columns, indexName, options) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("index", this.tableNameRaw, columns);
			let predicate;
			let storageEngineIndexType;
			let indexType;
			if (isString(options)) storageEngineIndexType = options;
			else if (isObject(options)) ({indexType, storageEngineIndexType, predicate} = options);
			const predicateQuery = predicate ? " " + this.client.queryCompiler(predicate).where() : "";
			this.pushQuery(`create${typeof indexType === "string" && indexType.toLowerCase() === "unique" ? " unique" : ""} index ${indexName} on ${this.tableName()}${storageEngineIndexType && ` using ${storageEngineIndexType}` || ""} (` + this.formatter.columnize(columns) + `)${predicateQuery}`);
		}
		dropPrimary(constraintName) {
			constraintName = constraintName ? this.formatter.wrap(constraintName) : this.formatter.wrap(this.tableNameRaw + "_pkey");
			this.pushQuery(`alter table ${this.tableName()} drop constraint ${constraintName}`);
		}
		dropPrimaryIfExists(constraintName) {
			constraintName = constraintName ? this.formatter.wrap(constraintName) : this.formatter.wrap(this.tableNameRaw + "_pkey");
			this.pushQuery(`alter table ${this.tableName()} drop constraint if exists ${constraintName}`);
		}
		dropIndex(columns, indexName) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("index", this.tableNameRaw, columns);
			indexName = this.schemaNameRaw ? `${this.formatter.wrap(this.schemaNameRaw)}.${indexName}` : indexName;
			this.pushQuery(`drop index ${indexName}`);
		}
		dropUnique(columns, indexName) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("unique", this.tableNameRaw, columns);
			this.pushQuery(`alter table ${this.tableName()} drop constraint ${indexName}`);
		}
		dropUniqueIfExists(columns, indexName) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("unique", this.tableNameRaw, columns);
			this.pushQuery(`alter table ${this.tableName()} drop constraint if exists ${indexName}`);
		}
		dropForeign(columns, indexName) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("foreign", this.tableNameRaw, columns);
			this.pushQuery(`alter table ${this.tableName()} drop constraint ${indexName}`);
		}
		dropForeignIfExists(columns, indexName) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("foreign", this.tableNameRaw, columns);
			this.pushQuery(`alter table ${this.tableName()} drop constraint if exists ${indexName}`);
		}
	};
	module.exports = TableCompiler_PG;
}));
var require_pg_viewcompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ViewCompiler = require_viewcompiler();
	var ViewCompiler_PG = class extends ViewCompiler {
		constructor(client, viewCompiler) {
			super(client, viewCompiler);
		}
		renameColumn(from, to) {
			return this.pushQuery({ sql: `alter view ${this.viewName()} rename ${this.formatter.wrap(from)} to ${this.formatter.wrap(to)}` });
		}
		defaultTo(column, defaultValue) {
			return this.pushQuery({ sql: `alter view ${this.viewName()} alter ${this.formatter.wrap(column)} set default ${defaultValue}` });
		}
		createOrReplace() {
			this.createQuery(this.columns, this.selectQuery, false, true);
		}
		createMaterializedView() {
			this.createQuery(this.columns, this.selectQuery, true);
		}
	};
	module.exports = ViewCompiler_PG;
}));
var require_pg_viewbuilder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ViewBuilder = require_viewbuilder();
	var ViewBuilder_PG = class extends ViewBuilder {
		constructor() {
			super(...arguments);
		}
		checkOption() {
			this._single.checkOption = "default_option";
		}
		localCheckOption() {
			this._single.checkOption = "local";
		}
		cascadedCheckOption() {
			this._single.checkOption = "cascaded";
		}
	};
	module.exports = ViewBuilder_PG;
}));
var require_pg_compiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SchemaCompiler = require_compiler$1();
	var SchemaCompiler_PG = class extends SchemaCompiler {
		constructor(client, builder) {
			super(client, builder);
		}
		hasTable(tableName) {
			let sql = "select * from information_schema.tables where table_name = ?";
			const bindings = [tableName];
			if (this.schema) {
				sql += " and table_schema = ?";
				bindings.push(this.schema);
			} else sql += " and table_schema = current_schema()";
			this.pushQuery({
				sql,
				bindings,
				output(resp) {
					return resp.rows.length > 0;
				}
			});
		}
		hasColumn(tableName, columnName) {
			let sql = "select * from information_schema.columns where table_name = ? and column_name = ?";
			const bindings = [tableName, columnName];
			if (this.schema) {
				sql += " and table_schema = ?";
				bindings.push(this.schema);
			} else sql += " and table_schema = current_schema()";
			this.pushQuery({
				sql,
				bindings,
				output(resp) {
					return resp.rows.length > 0;
				}
			});
		}
		qualifiedTableName(tableName) {
			const name = this.schema ? `${this.schema}.${tableName}` : tableName;
			return this.formatter.wrap(name);
		}
		renameTable(from, to) {
			this.pushQuery(`alter table ${this.qualifiedTableName(from)} rename to ${this.formatter.wrap(to)}`);
		}
		createSchema(schemaName) {
			this.pushQuery(`create schema ${this.formatter.wrap(schemaName)}`);
		}
		createSchemaIfNotExists(schemaName) {
			this.pushQuery(`create schema if not exists ${this.formatter.wrap(schemaName)}`);
		}
		dropSchema(schemaName, cascade = false) {
			this.pushQuery(`drop schema ${this.formatter.wrap(schemaName)}${cascade ? " cascade" : ""}`);
		}
		dropSchemaIfExists(schemaName, cascade = false) {
			this.pushQuery(`drop schema if exists ${this.formatter.wrap(schemaName)}${cascade ? " cascade" : ""}`);
		}
		dropExtension(extensionName) {
			this.pushQuery(`drop extension ${this.formatter.wrap(extensionName)}`);
		}
		dropExtensionIfExists(extensionName) {
			this.pushQuery(`drop extension if exists ${this.formatter.wrap(extensionName)}`);
		}
		createExtension(extensionName) {
			this.pushQuery(`create extension ${this.formatter.wrap(extensionName)}`);
		}
		createExtensionIfNotExists(extensionName) {
			this.pushQuery(`create extension if not exists ${this.formatter.wrap(extensionName)}`);
		}
		renameView(from, to) {
			this.pushQuery(this.alterViewPrefix + `${this.formatter.wrap(from)} rename to ${this.formatter.wrap(to)}`);
		}
		refreshMaterializedView(viewName, concurrently = false) {
			this.pushQuery({ sql: `refresh materialized view${concurrently ? " concurrently" : ""} ${this.formatter.wrap(viewName)}` });
		}
		dropMaterializedView(viewName) {
			this._dropView(viewName, false, true);
		}
		dropMaterializedViewIfExists(viewName) {
			this._dropView(viewName, true, true);
		}
	};
	module.exports = SchemaCompiler_PG;
}));
var require_postgres = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const extend = require_extend();
	const map = require_map();
	const uniqueId = require_uniqueId();
	const { promisify } = __require("util");
	const Client = require_client();
	const Transaction = require_pg_transaction();
	const QueryCompiler = require_pg_querycompiler();
	const QueryBuilder = require_pg_querybuilder();
	const ColumnCompiler = require_pg_columncompiler();
	const TableCompiler = require_pg_tablecompiler();
	const ViewCompiler = require_pg_viewcompiler();
	const ViewBuilder = require_pg_viewbuilder();
	const SchemaCompiler = require_pg_compiler();
	const { makeEscape } = require_string();
	const { isString } = require_is();
	var Client_PG = class extends Client {
		constructor(config) {
			super(config);
			if (config.returning) this.defaultReturning = config.returning;
			if (config.searchPath) this.searchPath = config.searchPath;
		}
		transaction() {
			return new Transaction(this, ...arguments);
		}
		queryBuilder() {
			return new QueryBuilder(this);
		}
		queryCompiler(builder, formatter) {
			return new QueryCompiler(this, builder, formatter);
		}
		columnCompiler() {
			return new ColumnCompiler(this, ...arguments);
		}
		schemaCompiler() {
			return new SchemaCompiler(this, ...arguments);
		}
		tableCompiler() {
			return new TableCompiler(this, ...arguments);
		}
		viewCompiler() {
			return new ViewCompiler(this, ...arguments);
		}
		viewBuilder() {
			return new ViewBuilder(this, ...arguments);
		}
		_driver() {
			return require_lib$1();
		}
		wrapIdentifierImpl(value) {
			if (value === "*") return value;
			let arrayAccessor = "";
			const arrayAccessorMatch = value.match(/(.*?)(\[[0-9]+\])/);
			if (arrayAccessorMatch) {
				value = arrayAccessorMatch[1];
				arrayAccessor = arrayAccessorMatch[2];
			}
			return `"${value.replace(/"/g, "\"\"")}"${arrayAccessor}`;
		}
		_acquireOnlyConnection() {
			const connection = new this.driver.Client(this.connectionSettings);
			connection.on("error", (err) => {
				connection.__knex__disposed = err;
			});
			connection.on("end", (err) => {
				connection.__knex__disposed = err || "Connection ended unexpectedly";
			});
			return connection.connect().then(() => connection);
		}
		acquireRawConnection() {
			const client = this;
			return this._acquireOnlyConnection().then(function(connection) {
				if (!client.version) return client.checkVersion(connection).then(function(version) {
					client.version = version;
					return connection;
				});
				return connection;
			}).then(async function setSearchPath(connection) {
				await client.setSchemaSearchPath(connection);
				return connection;
			});
		}
		async destroyRawConnection(connection) {
			return promisify((cb) => connection.end(cb))();
		}
		wrapNativePool(nativePool) {
			const client = this;
			return {
				acquire() {
					return { promise: nativePool.connect().then(async (connection) => {
						connection.__knexUid = uniqueId("__knexUid");
						if (!client.version) try {
							client.version = await client.checkVersion(connection);
						} catch (_e) {}
						return connection;
					}) };
				},
				release(connection) {
					if (typeof connection.release === "function") {
						const shouldDestroy = !!connection.__knex__disposed;
						connection.release(shouldDestroy);
						return true;
					}
					return false;
				},
				destroy() {
					return Promise.resolve();
				}
			};
		}
		checkVersion(connection) {
			return new Promise((resolve, reject) => {
				connection.query("select version();", (err, resp) => {
					if (err) return reject(err);
					resolve(this._parseVersion(resp.rows[0].version));
				});
			});
		}
		_parseVersion(versionString) {
			return /^PostgreSQL (.*?)( |$)/.exec(versionString)[1];
		}
		positionBindings(sql) {
			let questionCount = 0;
			return sql.replace(/(\\*)(\?)/g, function(match, escapes) {
				if (escapes.length % 2) return "?";
				else {
					questionCount++;
					return `$${questionCount}`;
				}
			});
		}
		setSchemaSearchPath(connection, searchPath) {
			let path = searchPath || this.searchPath;
			if (!path) return Promise.resolve(true);
			if (!Array.isArray(path) && !isString(path)) throw new TypeError(`knex: Expected searchPath to be Array/String, got: ${typeof path}`);
			if (isString(path)) {
				if (path.includes(",")) {
					const arraySyntax = `[${path.split(",").map((searchPath) => `'${searchPath}'`).join(", ")}]`;
					this.logger.warn(`Detected comma in searchPath "${path}".If you are trying to specify multiple schemas, use Array syntax: ${arraySyntax}`);
				}
				path = [path];
			}
			path = path.map((schemaName) => `"${schemaName.replace(/"/g, "\"\"")}"`).join(",");
			return new Promise(function(resolver, rejecter) {
				connection.query(`set search_path to ${path}`, function(err) {
					if (err) return rejecter(err);
					resolver(true);
				});
			});
		}
		_stream(connection, obj, stream, options) {
			if (!obj.sql) throw new Error("The query is empty");
			let PGQueryStream;
			if (process.browser) PGQueryStream = void 0;
			else try {
				PGQueryStream = __require("pg-query-stream");
			} catch (e) {
				if (e instanceof Error && e.code === "MODULE_NOT_FOUND" && e.message.includes("pg-query-stream")) throw new Error("knex PostgreSQL query streaming requires the 'pg-query-stream' package. Please install it (e.g. `npm i pg-query-stream`).");
				throw e;
			}
			const sql = obj.sql;
			return new Promise(function(resolver, rejecter) {
				const queryStream = connection.query(new PGQueryStream(sql, obj.bindings, options));
				queryStream.on("error", function(error) {
					rejecter(error);
					stream.emit("error", error);
				});
				queryStream.on("end", resolver);
				queryStream.pipe(stream);
			});
		}
		_query(connection, obj) {
			if (!obj.sql) throw new Error("The query is empty");
			let queryConfig = {
				text: obj.sql,
				values: obj.bindings || []
			};
			if (obj.options) queryConfig = extend(queryConfig, obj.options);
			return new Promise(function(resolver, rejecter) {
				connection.query(queryConfig, function(err, response) {
					if (err) return rejecter(err);
					obj.response = response;
					resolver(obj);
				});
			});
		}
		processResponse(obj, runner) {
			const resp = obj.response;
			if (obj.output) return obj.output.call(runner, resp);
			if (obj.method === "raw") return resp;
			const { returning } = obj;
			if (resp.command === "SELECT") {
				if (obj.method === "first") return resp.rows[0];
				if (obj.method === "pluck") return map(resp.rows, obj.pluck);
				return resp.rows;
			}
			if (returning) {
				const returns = [];
				for (let i = 0, l = resp.rows.length; i < l; i++) {
					const row = resp.rows[i];
					returns[i] = row;
				}
				return returns;
			}
			if (resp.command === "UPDATE" || resp.command === "DELETE") return resp.rowCount;
			return resp;
		}
		async cancelQuery(connectionToKill) {
			const conn = await this.acquireRawConnection();
			try {
				return await this._wrappedCancelQueryCall(conn, connectionToKill);
			} finally {
				await this.destroyRawConnection(conn).catch((err) => {
					this.logger.warn(`Connection Error: ${err}`);
				});
			}
		}
		_wrappedCancelQueryCall(conn, connectionToKill) {
			return this._query(conn, {
				sql: "SELECT pg_cancel_backend($1);",
				bindings: [connectionToKill.processID],
				options: {}
			});
		}
		toPathForJson(jsonPath) {
			if (jsonPath.match(/^{.*}$/)) return jsonPath;
			return "{" + jsonPath.replace(/^(\$\.)/, "").replace(".", ",").replace(/\[([0-9]+)]/, ",$1") + "}";
		}
	};
	Object.assign(Client_PG.prototype, {
		dialect: "postgresql",
		driverName: "pg",
		canCancelQuery: true,
		_escapeBinding: makeEscape({
			escapeArray(val, esc) {
				return esc(arrayString(val, esc));
			},
			escapeString(str) {
				let hasBackslash = false;
				let escaped = "'";
				for (let i = 0; i < str.length; i++) {
					const c = str[i];
					if (c === "'") escaped += c + c;
					else if (c === "\\") {
						escaped += c + c;
						hasBackslash = true;
					} else escaped += c;
				}
				escaped += "'";
				if (hasBackslash === true) escaped = "E" + escaped;
				return escaped;
			},
			escapeObject(val, prepareValue, timezone, seen = []) {
				if (val && typeof val.toPostgres === "function") {
					seen = seen || [];
					if (seen.indexOf(val) !== -1) throw new Error(`circular reference detected while preparing "${val}" for query`);
					seen.push(val);
					return prepareValue(val.toPostgres(prepareValue), seen);
				}
				return JSON.stringify(val);
			}
		})
	});
	function arrayString(arr, esc) {
		let result = "{";
		for (let i = 0; i < arr.length; i++) {
			if (i > 0) result += ",";
			const val = arr[i];
			if (val === null || typeof val === "undefined") result += "NULL";
			else if (Array.isArray(val)) result += arrayString(val, esc);
			else if (typeof val === "number") result += val;
			else result += JSON.stringify(typeof val === "string" ? val : esc(val));
		}
		return result + "}";
	}
	module.exports = Client_PG;
}));
var require_crdb_querycompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const QueryCompiler_PG = require_pg_querycompiler();
	const { columnize: columnize_, wrap: wrap_, operator: operator_ } = require_wrappingFormatter();
	var QueryCompiler_CRDB = class extends QueryCompiler_PG {
		truncate() {
			return `truncate ${this.tableName}`;
		}
		upsert() {
			let sql = this._upsert();
			if (sql === "") return sql;
			const { returning } = this.single;
			if (returning) sql += this._returning(returning);
			return {
				sql,
				returning
			};
		}
		_upsert() {
			const upsertValues = this.single.upsert || [];
			const sql = this.with() + `upsert into ${this.tableName} `;
			const body = this._insertBody(upsertValues);
			return body === "" ? "" : sql + body;
		}
		_groupOrder(item, type) {
			return this._basicGroupOrder(item, type);
		}
		whereJsonPath(statement) {
			let castValue = "";
			if (!isNaN(statement.value) && parseInt(statement.value)) castValue = "::int";
			else if (!isNaN(statement.value) && parseFloat(statement.value)) castValue = "::float";
			else castValue = " #>> '{}'";
			return `json_extract_path(${this._columnClause(statement)}, ${this.client.toArrayPathFromJsonPath(statement.jsonPath, this.builder, this.bindingsHolder)})${castValue} ${operator_(statement.operator, this.builder, this.client, this.bindingsHolder)} ${this._jsonValueClause(statement)}`;
		}
		_jsonExtract(nameFunction, params) {
			let extractions;
			if (Array.isArray(params.column)) extractions = params.column;
			else extractions = [params];
			return extractions.map((extraction) => {
				const jsonCol = `json_extract_path(${columnize_(extraction.column || extraction[0], this.builder, this.client, this.bindingsHolder)}, ${this.client.toArrayPathFromJsonPath(extraction.path || extraction[1], this.builder, this.bindingsHolder)})`;
				const alias = extraction.alias || extraction[2];
				return alias ? this.client.alias(jsonCol, this.formatter.wrap(alias)) : jsonCol;
			}).join(", ");
		}
		_onJsonPathEquals(nameJoinFunction, clause) {
			return "json_extract_path(" + wrap_(clause.columnFirst, void 0, this.builder, this.client, this.bindingsHolder) + ", " + this.client.toArrayPathFromJsonPath(clause.jsonPathFirst, this.builder, this.bindingsHolder) + ") = json_extract_path(" + wrap_(clause.columnSecond, void 0, this.builder, this.client, this.bindingsHolder) + ", " + this.client.toArrayPathFromJsonPath(clause.jsonPathSecond, this.builder, this.bindingsHolder) + ")";
		}
	};
	module.exports = QueryCompiler_CRDB;
}));
var require_crdb_columncompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ColumnCompiler_PG = require_pg_columncompiler();
	var ColumnCompiler_CRDB = class extends ColumnCompiler_PG {
		uuid(options = { primaryKey: false }) {
			return "uuid" + (this.tableCompiler._canBeAddPrimaryKey(options) ? " primary key default gen_random_uuid()" : "");
		}
	};
	module.exports = ColumnCompiler_CRDB;
}));
var require_crdb_tablecompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const TableCompiler = require_pg_tablecompiler();
	var TableCompiler_CRDB = class extends TableCompiler {
		constructor(client, tableBuilder) {
			super(client, tableBuilder);
		}
		addColumns(columns, prefix, colCompilers) {
			if (prefix === this.alterColumnsPrefix) for (const col of colCompilers) {
				this.client.logger.warn("Experimental alter column in use, see issue: https://github.com/cockroachdb/cockroach/issues/49329");
				this.pushQuery({
					sql: "SET enable_experimental_alter_column_type_general = true",
					bindings: []
				});
				super._addColumn(col);
			}
			else super.addColumns(columns, prefix);
		}
		dropUnique(columns, indexName) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("unique", this.tableNameRaw, columns);
			this.pushQuery(`drop index ${this.tableName()}@${indexName} cascade`);
		}
		dropUniqueIfExists(columns, indexName) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("unique", this.tableNameRaw, columns);
			this.pushQuery(`drop index if exists ${this.tableName()}@${indexName} cascade`);
		}
	};
	module.exports = TableCompiler_CRDB;
}));
var require_crdb_viewcompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ViewCompiler_PG = require_pg_viewcompiler();
	var ViewCompiler_CRDB = class extends ViewCompiler_PG {
		renameColumn(from, to) {
			throw new Error("rename column of views is not supported by this dialect.");
		}
		defaultTo(column, defaultValue) {
			throw new Error("change default values of views is not supported by this dialect.");
		}
	};
	module.exports = ViewCompiler_CRDB;
}));
var require_crdb_querybuilder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const QueryBuilder = require_querybuilder();
	const isEmpty = require_isEmpty();
	module.exports = class QueryBuilder_CockroachDB extends QueryBuilder {
		upsert(values, returning, options) {
			this._method = "upsert";
			if (!isEmpty(returning)) this.returning(returning, options);
			this._single.upsert = values;
			return this;
		}
	};
}));
var require_cockroachdb = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Client_PostgreSQL = require_postgres();
	const Transaction = require_pg_transaction();
	const QueryCompiler = require_crdb_querycompiler();
	const ColumnCompiler = require_crdb_columncompiler();
	const TableCompiler = require_crdb_tablecompiler();
	const ViewCompiler = require_crdb_viewcompiler();
	const QueryBuilder = require_crdb_querybuilder();
	var Client_CockroachDB = class extends Client_PostgreSQL {
		transaction() {
			return new Transaction(this, ...arguments);
		}
		queryCompiler(builder, formatter) {
			return new QueryCompiler(this, builder, formatter);
		}
		columnCompiler() {
			return new ColumnCompiler(this, ...arguments);
		}
		tableCompiler() {
			return new TableCompiler(this, ...arguments);
		}
		viewCompiler() {
			return new ViewCompiler(this, ...arguments);
		}
		queryBuilder() {
			return new QueryBuilder(this);
		}
		_parseVersion(versionString) {
			return versionString.split(" ")[2];
		}
		async cancelQuery(connectionToKill) {
			try {
				return await this._wrappedCancelQueryCall(null, connectionToKill);
			} catch (err) {
				this.logger.warn(`Connection Error: ${err}`);
				throw err;
			}
		}
		_wrappedCancelQueryCall(emptyConnection, connectionToKill) {
			if (connectionToKill.activeQuery.processID === 0 && connectionToKill.activeQuery.secretKey === 0) return;
			return connectionToKill.cancel(connectionToKill, connectionToKill.activeQuery);
		}
		toArrayPathFromJsonPath(jsonPath, builder, bindingsHolder) {
			return jsonPath.replace(/^(\$\.)/, "").replace(/\[([0-9]+)]/, ".$1").split(".").map(function(v) {
				return this.parameter(v, builder, bindingsHolder);
			}.bind(this)).join(", ");
		}
	};
	Object.assign(Client_CockroachDB.prototype, { driverName: "cockroachdb" });
	module.exports = Client_CockroachDB;
}));
var require_isNil = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Checks if `value` is `null` or `undefined`.
	*
	* @static
	* @memberOf _
	* @since 4.0.0
	* @category Lang
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is nullish, else `false`.
	* @example
	*
	* _.isNil(null);
	* // => true
	*
	* _.isNil(void 0);
	* // => true
	*
	* _.isNil(NaN);
	* // => false
	*/
	function isNil(value) {
		return value == null;
	}
	module.exports = isNil;
}));
var require_mssql_formatter = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Formatter = require_formatter();
	var MSSQL_Formatter = class extends Formatter {
		columnizeWithPrefix(prefix, target) {
			const columns = typeof target === "string" ? [target] : target;
			let str = "", i = -1;
			while (++i < columns.length) {
				if (i > 0) str += ", ";
				str += prefix + this.wrap(columns[i]);
			}
			return str;
		}
		/**
		* Returns its argument with single quotes escaped, so it can be included into a single-quoted string.
		*
		* For example, it converts "has'quote" to "has''quote".
		*
		* This assumes QUOTED_IDENTIFIER ON so it is only ' that need escaping,
		* never ", because " cannot be used to quote a string when that's on;
		* otherwise we'd need to be aware of whether the string is quoted with " or '.
		*
		* This assumption is consistent with the SQL Knex generates.
		* @param {string} string
		* @returns {string}
		*/
		escapingStringDelimiters(string) {
			return (string || "").replace(/'/g, "''");
		}
	};
	module.exports = MSSQL_Formatter;
}));
var require_transaction$5 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Transaction = require_transaction$6();
	const debug = require_src()("knex:tx");
	var Transaction_MSSQL = class extends Transaction {
		begin(conn) {
			debug("transaction::begin id=%s", this.txid);
			return new Promise((resolve, reject) => {
				conn.beginTransaction((err) => {
					if (err) {
						debug("transaction::begin error id=%s message=%s", this.txid, err.message);
						return reject(err);
					}
					resolve();
				}, this.outerTx ? this.txid : void 0, nameToIsolationLevelEnum(this.isolationLevel));
			}).then(this._resolver, this._rejecter);
		}
		savepoint(conn) {
			debug("transaction::savepoint id=%s", this.txid);
			return new Promise((resolve, reject) => {
				conn.saveTransaction((err) => {
					if (err) {
						debug("transaction::savepoint id=%s message=%s", this.txid, err.message);
						return reject(err);
					}
					this.trxClient.emit("query", {
						__knexUid: this.trxClient.__knexUid,
						__knexTxId: this.trxClient.__knexTxId,
						autogenerated: true,
						sql: this.outerTx ? `SAVE TRANSACTION [${this.txid}]` : `SAVE TRANSACTION`
					});
					resolve();
				}, this.outerTx ? this.txid : void 0);
			});
		}
		commit(conn, value) {
			debug("transaction::commit id=%s", this.txid);
			return new Promise((resolve, reject) => {
				conn.commitTransaction((err) => {
					if (err) {
						debug("transaction::commit error id=%s message=%s", this.txid, err.message);
						return reject(err);
					}
					this._completed = true;
					resolve(value);
				}, this.outerTx ? this.txid : void 0);
			}).then(() => this._resolver(value), this._rejecter);
		}
		release(conn, value) {
			return this._resolver(value);
		}
		rollback(conn, error) {
			this._completed = true;
			debug("transaction::rollback id=%s", this.txid);
			return new Promise((_resolve, reject) => {
				if (!conn.inTransaction) return reject(error || /* @__PURE__ */ new Error("Transaction rejected with non-error: undefined"));
				if (conn.state.name !== "LoggedIn") return reject(/* @__PURE__ */ new Error("Can't rollback transaction. There is a request in progress"));
				conn.rollbackTransaction((err) => {
					if (err) debug("transaction::rollback error id=%s message=%s", this.txid, err.message);
					reject(err || error || /* @__PURE__ */ new Error("Transaction rejected with non-error: undefined"));
				}, this.outerTx ? this.txid : void 0);
			}).catch((err) => {
				if (!error && this.doNotRejectOnRollback) {
					this._resolver();
					return;
				}
				if (error) try {
					err.originalError = error;
				} catch (_err) {}
				this._rejecter(err);
			});
		}
		rollbackTo(conn, error) {
			return this.rollback(conn, error).then(() => void this.trxClient.emit("query", {
				__knexUid: this.trxClient.__knexUid,
				__knexTxId: this.trxClient.__knexTxId,
				autogenerated: true,
				sql: `ROLLBACK TRANSACTION`
			}));
		}
	};
	module.exports = Transaction_MSSQL;
	function nameToIsolationLevelEnum(level) {
		if (!level) return;
		level = level.toUpperCase().replace(" ", "_");
		const knownEnum = isolationEnum[level];
		if (!knownEnum) throw new Error(`Unknown Isolation level, was expecting one of: ${JSON.stringify(humanReadableKeys)}`);
		return knownEnum;
	}
	const isolationEnum = {
		READ_UNCOMMITTED: 1,
		READ_COMMITTED: 2,
		REPEATABLE_READ: 3,
		SERIALIZABLE: 4,
		SNAPSHOT: 5
	};
	const humanReadableKeys = Object.keys(isolationEnum).map((key) => key.toLowerCase().replace("_", " "));
}));
var require_mssql_querycompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const QueryCompiler = require_querycompiler();
	const compact = require_compact();
	const identity = require_identity();
	const isEmpty = require_isEmpty();
	const Raw = require_raw();
	const { columnize: columnize_ } = require_wrappingFormatter();
	const components = [
		"comments",
		"columns",
		"join",
		"lock",
		"where",
		"union",
		"group",
		"having",
		"order",
		"limit",
		"offset"
	];
	var QueryCompiler_MSSQL = class extends QueryCompiler {
		constructor(client, builder, formatter) {
			super(client, builder, formatter);
			const { onConflict } = this.single;
			if (onConflict) throw new Error(".onConflict() is not supported for mssql.");
			this._emptyInsertValue = "default values";
		}
		with() {
			const undoList = [];
			if (this.grouped.with) {
				for (const stmt of this.grouped.with) if (stmt.recursive) {
					undoList.push(stmt);
					stmt.recursive = false;
				}
			}
			const result = super.with();
			for (const stmt of undoList) stmt.recursive = true;
			return result;
		}
		select() {
			const sql = this.with();
			const statements = components.map((component) => this[component](this));
			return sql + compact(statements).join(" ");
		}
		insert() {
			if (this.single.options && this.single.options.includeTriggerModifications) return this.insertWithTriggers();
			else return this.standardInsert();
		}
		insertWithTriggers() {
			const insertValues = this.single.insert || [];
			const { returning } = this.single;
			let sql = this.with() + `${this._buildTempTable(returning)}insert into ${this.tableName} `;
			const returningSql = returning ? this._returning("insert", returning, true) + " " : "";
			if (Array.isArray(insertValues)) {
				if (insertValues.length === 0) return "";
			} else if (typeof insertValues === "object" && isEmpty(insertValues)) return {
				sql: sql + returningSql + this._emptyInsertValue + this._buildReturningSelect(returning),
				returning
			};
			sql += this._buildInsertData(insertValues, returningSql);
			if (returning) sql += this._buildReturningSelect(returning);
			return {
				sql,
				returning
			};
		}
		_buildInsertData(insertValues, returningSql) {
			let sql = "";
			const insertData = this._prepInsert(insertValues);
			if (typeof insertData === "string") sql += insertData;
			else if (insertData.columns.length) {
				sql += `(${this.formatter.columnize(insertData.columns)}`;
				sql += `) ${returningSql}values (` + this._buildInsertValues(insertData) + ")";
			} else if (insertValues.length === 1 && insertValues[0]) sql += returningSql + this._emptyInsertValue;
			else return "";
			return sql;
		}
		standardInsert() {
			const insertValues = this.single.insert || [];
			let sql = this.with() + `insert into ${this.tableName} `;
			const { returning } = this.single;
			const returningSql = returning ? this._returning("insert", returning) + " " : "";
			if (Array.isArray(insertValues)) {
				if (insertValues.length === 0) return "";
			} else if (typeof insertValues === "object" && isEmpty(insertValues)) return {
				sql: sql + returningSql + this._emptyInsertValue,
				returning
			};
			sql += this._buildInsertData(insertValues, returningSql);
			return {
				sql,
				returning
			};
		}
		update() {
			if (this.single.options && this.single.options.includeTriggerModifications) return this.updateWithTriggers();
			else return this.standardUpdate();
		}
		updateWithTriggers() {
			const withSQL = this.with();
			const top = this.top();
			const updates = this._prepUpdate(this.single.update);
			const join = this.join();
			const where = this.where();
			const order = this.order();
			const { returning } = this.single;
			return {
				sql: withSQL + this._buildTempTable(returning) + `update ${top ? top + " " : ""}${this.tableName} set ` + updates.join(", ") + (returning ? ` ${this._returning("update", returning, true)}` : "") + (join ? ` from ${this.tableName} ${join}` : "") + (where ? ` ${where}` : "") + (order ? ` ${order}` : "") + (!returning ? this._returning("rowcount", "@@rowcount") : this._buildReturningSelect(returning)),
				returning: returning || "@@rowcount"
			};
		}
		_formatGroupsItemValue(value, nulls) {
			const column = super._formatGroupsItemValue(value);
			if (nulls && !(value instanceof Raw)) {
				const collNulls = `IIF(${column} is null,`;
				if (nulls === "first") return `${collNulls}0,1)`;
				else if (nulls === "last") return `${collNulls}1,0)`;
			}
			return column;
		}
		standardUpdate() {
			const withSQL = this.with();
			const top = this.top();
			const updates = this._prepUpdate(this.single.update);
			const join = this.join();
			const where = this.where();
			const order = this.order();
			const { returning } = this.single;
			return {
				sql: withSQL + `update ${top ? top + " " : ""}${this.tableName} set ` + updates.join(", ") + (returning ? ` ${this._returning("update", returning)}` : "") + (join ? ` from ${this.tableName} ${join}` : "") + (where ? ` ${where}` : "") + (order ? ` ${order}` : "") + (!returning ? this._returning("rowcount", "@@rowcount") : ""),
				returning: returning || "@@rowcount"
			};
		}
		del() {
			if (this.single.options && this.single.options.includeTriggerModifications) return this.deleteWithTriggers();
			else return this.standardDelete();
		}
		deleteWithTriggers() {
			const withSQL = this.with();
			const { tableName } = this;
			const joins = this.join();
			const wheres = this.where();
			const { returning } = this.single;
			const returningStr = returning ? ` ${this._returning("del", returning, true)}` : "";
			const deleteSelector = joins ? `${tableName}${returningStr} ` : "";
			return {
				sql: withSQL + `${this._buildTempTable(returning)}delete ${deleteSelector}from ${tableName}` + (!joins ? returningStr : "") + (joins ? ` ${joins}` : "") + (wheres ? ` ${wheres}` : "") + (!returning ? this._returning("rowcount", "@@rowcount") : this._buildReturningSelect(returning)),
				returning: returning || "@@rowcount"
			};
		}
		standardDelete() {
			const withSQL = this.with();
			const { tableName } = this;
			const joins = this.join();
			const wheres = this.where();
			const { returning } = this.single;
			const returningStr = returning ? ` ${this._returning("del", returning)}` : "";
			return {
				sql: withSQL + `delete ${joins ? `${tableName}${returningStr} ` : ""}from ${tableName}` + (!joins ? returningStr : "") + (joins ? ` ${joins}` : "") + (wheres ? ` ${wheres}` : "") + (!returning ? this._returning("rowcount", "@@rowcount") : ""),
				returning: returning || "@@rowcount"
			};
		}
		columns() {
			let distinctClause = "";
			if (this.onlyUnions()) return "";
			const top = this.top();
			const hints = this._hintComments();
			const columns = this.grouped.columns || [];
			let i = -1, sql = [];
			if (columns) while (++i < columns.length) {
				const stmt = columns[i];
				if (stmt.distinct) distinctClause = "distinct ";
				if (stmt.distinctOn) {
					distinctClause = this.distinctOn(stmt.value);
					continue;
				}
				if (stmt.type === "aggregate") sql.push(...this.aggregate(stmt));
				else if (stmt.type === "aggregateRaw") sql.push(this.aggregateRaw(stmt));
				else if (stmt.type === "analytic") sql.push(this.analytic(stmt));
				else if (stmt.type === "json") sql.push(this.json(stmt));
				else if (stmt.value && stmt.value.length > 0) sql.push(this.formatter.columnize(stmt.value));
			}
			if (sql.length === 0) sql = ["*"];
			return `${this.onlyJson() ? "" : "select "}${hints}${distinctClause}` + (top ? top + " " : "") + sql.join(", ") + (this.tableName ? ` from ${this.tableName}` : "");
		}
		_returning(method, value, withTrigger) {
			switch (method) {
				case "update":
				case "insert": return value ? `output ${this.formatter.columnizeWithPrefix("inserted.", value)}${withTrigger ? " into #out" : ""}` : "";
				case "del": return value ? `output ${this.formatter.columnizeWithPrefix("deleted.", value)}${withTrigger ? " into #out" : ""}` : "";
				case "rowcount": return value ? ";select @@rowcount" : "";
			}
		}
		_buildTempTable(values) {
			if (values && values.length > 0) {
				let selections = "";
				if (Array.isArray(values)) selections = values.map((value) => `[t].${this.formatter.columnize(value)}`).join(",");
				else selections = `[t].${this.formatter.columnize(values)}`;
				let sql = `select top(0) ${selections} into #out `;
				sql += `from ${this.tableName} as t `;
				sql += `left join ${this.tableName} on 0=1;`;
				return sql;
			}
			return "";
		}
		_buildReturningSelect(values) {
			if (values && values.length > 0) {
				let selections = "";
				if (Array.isArray(values)) selections = values.map((value) => `${this.formatter.columnize(value)}`).join(",");
				else selections = this.formatter.columnize(values);
				let sql = `; select ${selections} from #out; `;
				sql += `drop table #out;`;
				return sql;
			}
			return "";
		}
		truncate() {
			return `truncate table ${this.tableName}`;
		}
		forUpdate() {
			return "with (UPDLOCK)";
		}
		forShare() {
			return "with (HOLDLOCK)";
		}
		columnInfo() {
			const column = this.single.columnInfo;
			let schema = this.single.schema;
			const table = this.client.customWrapIdentifier(this.single.table, identity);
			if (schema) schema = this.client.customWrapIdentifier(schema, identity);
			let sql = `select [COLUMN_NAME], [COLUMN_DEFAULT], [DATA_TYPE], [CHARACTER_MAXIMUM_LENGTH], [IS_NULLABLE] from INFORMATION_SCHEMA.COLUMNS where table_name = ? and table_catalog = ?`;
			const bindings = [table, this.client.database()];
			if (schema) {
				sql += " and table_schema = ?";
				bindings.push(schema);
			} else sql += ` and table_schema = 'dbo'`;
			return {
				sql,
				bindings,
				output(resp) {
					const out = resp.reduce((columns, val) => {
						columns[val[0].value] = {
							defaultValue: val[1].value,
							type: val[2].value,
							maxLength: val[3].value,
							nullable: val[4].value === "YES"
						};
						return columns;
					}, {});
					return column && out[column] || out;
				}
			};
		}
		top() {
			const noLimit = !this.single.limit && this.single.limit !== 0;
			const noOffset = !this.single.offset;
			if (noLimit || !noOffset) return "";
			return `top (${this._getValueOrParameterFromAttribute("limit")})`;
		}
		limit() {
			return "";
		}
		offset() {
			const noLimit = !this.single.limit && this.single.limit !== 0;
			const noOffset = !this.single.offset;
			if (noOffset) return "";
			let offset = `offset ${noOffset ? "0" : this._getValueOrParameterFromAttribute("offset")} rows`;
			if (!noLimit) offset += ` fetch next ${this._getValueOrParameterFromAttribute("limit")} rows only`;
			return offset;
		}
		whereLike(statement) {
			return `${this._columnClause(statement)} collate SQL_Latin1_General_CP1_CS_AS ${this._not(statement, "like ")}${this._valueClause(statement)}`;
		}
		whereILike(statement) {
			return `${this._columnClause(statement)} collate SQL_Latin1_General_CP1_CI_AS ${this._not(statement, "like ")}${this._valueClause(statement)}`;
		}
		jsonExtract(params) {
			return this._jsonExtract(params.singleValue ? "JSON_VALUE" : "JSON_QUERY", params);
		}
		jsonSet(params) {
			return this._jsonSet("JSON_MODIFY", params);
		}
		jsonInsert(params) {
			return this._jsonSet("JSON_MODIFY", params);
		}
		jsonRemove(params) {
			const jsonCol = `JSON_MODIFY(${columnize_(params.column, this.builder, this.client, this.bindingsHolder)},${this.client.parameter(params.path, this.builder, this.bindingsHolder)}, NULL)`;
			return params.alias ? this.client.alias(jsonCol, this.formatter.wrap(params.alias)) : jsonCol;
		}
		whereJsonPath(statement) {
			return this._whereJsonPath("JSON_VALUE", statement);
		}
		whereJsonSupersetOf(statement) {
			throw new Error("Json superset where clause not actually supported by MSSQL");
		}
		whereJsonSubsetOf(statement) {
			throw new Error("Json subset where clause not actually supported by MSSQL");
		}
		_getExtracts(statement, operator) {
			const column = columnize_(statement.column, this.builder, this.client, this.bindingsHolder);
			return (Array.isArray(statement.values) ? statement.values : [statement.values]).map(function(value) {
				return "JSON_VALUE(" + column + "," + this.client.parameter(value, this.builder, this.bindingsHolder) + ")";
			}, this).join(operator);
		}
		onJsonPathEquals(clause) {
			return this._onJsonPathEquals("JSON_VALUE", clause);
		}
	};
	module.exports = QueryCompiler_MSSQL;
}));
var require_mssql_compiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SchemaCompiler = require_compiler$1();
	var SchemaCompiler_MSSQL = class extends SchemaCompiler {
		constructor(client, builder) {
			super(client, builder);
		}
		dropTableIfExists(tableName) {
			const name = this.formatter.wrap(prefixedTableName(this.schema, tableName));
			this.pushQuery(`if object_id('${name}', 'U') is not null DROP TABLE ${name}`);
		}
		dropViewIfExists(viewName) {
			const name = this.formatter.wrap(prefixedTableName(this.schema, viewName));
			this.pushQuery(`if object_id('${name}', 'V') is not null DROP VIEW ${name}`);
		}
		renameTable(tableName, to) {
			this.pushQuery(`exec sp_rename ${this.client.parameter(prefixedTableName(this.schema, tableName), this.builder, this.bindingsHolder)}, ${this.client.parameter(to, this.builder, this.bindingsHolder)}`);
		}
		renameView(viewTable, to) {
			this.pushQuery(`exec sp_rename ${this.client.parameter(prefixedTableName(this.schema, viewTable), this.builder, this.bindingsHolder)}, ${this.client.parameter(to, this.builder, this.bindingsHolder)}`);
		}
		hasTable(tableName) {
			const formattedTable = this.client.parameter(prefixedTableName(this.schema, tableName), this.builder, this.bindingsHolder);
			const bindings = [tableName];
			let sql = `SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = ${formattedTable}`;
			if (this.schema) {
				sql += " AND TABLE_SCHEMA = ?";
				bindings.push(this.schema);
			}
			this.pushQuery({
				sql,
				bindings,
				output: (resp) => resp.length > 0
			});
		}
		hasColumn(tableName, column) {
			const sql = `select object_id from sys.columns where name = ${this.client.parameter(column, this.builder, this.bindingsHolder)} and object_id = object_id(${this.client.parameter(this.formatter.wrap(prefixedTableName(this.schema, tableName)), this.builder, this.bindingsHolder)})`;
			this.pushQuery({
				sql,
				output: (resp) => resp.length > 0
			});
		}
	};
	SchemaCompiler_MSSQL.prototype.dropTablePrefix = "DROP TABLE ";
	function prefixedTableName(prefix, table) {
		return prefix ? `${prefix}.${table}` : table;
	}
	module.exports = SchemaCompiler_MSSQL;
}));
var require_mssql_tablecompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const TableCompiler = require_tablecompiler();
	const helpers = require_helpers$1();
	const { isObject } = require_is();
	var TableCompiler_MSSQL = class extends TableCompiler {
		constructor(client, tableBuilder) {
			super(client, tableBuilder);
		}
		createQuery(columns, ifNot, like) {
			let createStatement = ifNot ? `if object_id('${this.tableName()}', 'U') is null ` : "";
			if (like) createStatement += `SELECT * INTO ${this.tableName()} FROM ${this.tableNameLike()} WHERE 0=1`;
			else createStatement += "CREATE TABLE " + this.tableName() + (this._formatting ? " (\n    " : " (") + columns.sql.join(this._formatting ? ",\n    " : ", ") + this._addChecks() + ")";
			this.pushQuery(createStatement);
			if (this.single.comment) this.comment(this.single.comment);
			if (like) this.addColumns(columns, this.addColumnsPrefix);
		}
		comment(comment) {
			if (!comment) return;
			if (comment.length > 3750) this.client.logger.warn("Your comment might be longer than the max comment length for MSSQL of 7,500 bytes.");
			const value = this.formatter.escapingStringDelimiters(comment);
			const level0name = this.formatter.escapingStringDelimiters(this.schemaNameRaw || "dbo");
			const level1name = this.formatter.escapingStringDelimiters(this.tableNameRaw);
			const args = `N'MS_Description', N'${value}', N'Schema', N'${level0name}', N'Table', N'${level1name}'`;
			const isAlreadyDefined = `EXISTS(SELECT * FROM sys.fn_listextendedproperty(N'MS_Description', N'Schema', N'${level0name}', N'Table', N'${level1name}', NULL, NULL))`;
			this.pushQuery(`IF ${isAlreadyDefined}\n  EXEC sys.sp_updateextendedproperty ${args}\nELSE\n  EXEC sys.sp_addextendedproperty ${args}`);
		}
		addColumns(columns, prefix) {
			prefix = prefix || this.addColumnsPrefix;
			if (columns.sql.length > 0) this.pushQuery({
				sql: (this.lowerCase ? "alter table " : "ALTER TABLE ") + this.tableName() + " " + prefix + columns.sql.join(", "),
				bindings: columns.bindings
			});
		}
		alterColumns(columns, colBuilder) {
			for (let i = 0, l = colBuilder.length; i < l; i++) {
				const builder = colBuilder[i];
				if (builder.modified.defaultTo) {
					const baseQuery = `
              DECLARE @constraint varchar(100) = (SELECT default_constraints.name
                                                  FROM sys.all_columns
                                                  INNER JOIN sys.tables
                                                    ON all_columns.object_id = tables.object_id
                                                  INNER JOIN sys.schemas
                                                    ON tables.schema_id = schemas.schema_id
                                                  INNER JOIN sys.default_constraints
                                                    ON all_columns.default_object_id = default_constraints.object_id
                                                  WHERE schemas.name = '${this.schemaNameRaw || "dbo"}'
                                                  AND tables.name = '${this.tableNameRaw}'
                                                  AND all_columns.name = '${builder.getColumnName()}')

              IF @constraint IS NOT NULL EXEC('ALTER TABLE ${this.tableNameRaw} DROP CONSTRAINT ' + @constraint)`;
					this.pushQuery(baseQuery);
				}
			}
			columns.sql.forEach((sql) => {
				this.pushQuery({
					sql: (this.lowerCase ? "alter table " : "ALTER TABLE ") + this.tableName() + " " + (this.lowerCase ? this.alterColumnPrefix.toLowerCase() : this.alterColumnPrefix) + sql,
					bindings: columns.bindings
				});
			});
		}
		dropColumn() {
			const _this2 = this;
			const columns = helpers.normalizeArr.apply(null, arguments);
			const drops = (Array.isArray(columns) ? columns : [columns]).map((column) => _this2.formatter.wrap(column));
			const schema = this.schemaNameRaw || "dbo";
			for (const column of columns) {
				const baseQuery = `
              DECLARE @constraint varchar(100) = (SELECT default_constraints.name
                                                  FROM sys.all_columns
                                                  INNER JOIN sys.tables
                                                    ON all_columns.object_id = tables.object_id
                                                  INNER JOIN sys.schemas
                                                    ON tables.schema_id = schemas.schema_id
                                                  INNER JOIN sys.default_constraints
                                                    ON all_columns.default_object_id = default_constraints.object_id
                                                  WHERE schemas.name = '${schema}'
                                                  AND tables.name = '${this.tableNameRaw}'
                                                  AND all_columns.name = '${column}')

              IF @constraint IS NOT NULL EXEC('ALTER TABLE ${this.tableNameRaw} DROP CONSTRAINT ' + @constraint)`;
				this.pushQuery(baseQuery);
			}
			this.pushQuery((this.lowerCase ? "alter table " : "ALTER TABLE ") + this.tableName() + " " + this.dropColumnPrefix + drops.join(", "));
		}
		changeType() {}
		renameColumn(from, to) {
			this.pushQuery(`exec sp_rename ${this.client.parameter(this.tableName() + "." + from, this.tableBuilder, this.bindingsHolder)}, ${this.client.parameter(to, this.tableBuilder, this.bindingsHolder)}, 'COLUMN'`);
		}
		dropFKRefs(runner, refs) {
			const formatter = this.client.formatter(this.tableBuilder);
			return Promise.all(refs.map(function(ref) {
				const constraintName = formatter.wrap(ref.CONSTRAINT_NAME);
				const tableName = formatter.wrap(ref.TABLE_NAME);
				return runner.query({ sql: `ALTER TABLE ${tableName} DROP CONSTRAINT ${constraintName}` });
			}));
		}
		createFKRefs(runner, refs) {
			const formatter = this.client.formatter(this.tableBuilder);
			return Promise.all(refs.map(function(ref) {
				const tableName = formatter.wrap(ref.TABLE_NAME);
				const keyName = formatter.wrap(ref.CONSTRAINT_NAME);
				const column = formatter.columnize(ref.COLUMN_NAME);
				const references = formatter.columnize(ref.REFERENCED_COLUMN_NAME);
				const inTable = formatter.wrap(ref.REFERENCED_TABLE_NAME);
				const onUpdate = ` ON UPDATE ${ref.UPDATE_RULE}`;
				const onDelete = ` ON DELETE ${ref.DELETE_RULE}`;
				return runner.query({ sql: `ALTER TABLE ${tableName} ADD CONSTRAINT ${keyName} FOREIGN KEY (` + column + ") REFERENCES " + inTable + " (" + references + ")" + onUpdate + onDelete });
			}));
		}
		index(columns, indexName, options) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("index", this.tableNameRaw, columns);
			let predicate;
			if (isObject(options)) ({predicate} = options);
			const predicateQuery = predicate ? " " + this.client.queryCompiler(predicate).where() : "";
			this.pushQuery(`CREATE INDEX ${indexName} ON ${this.tableName()} (${this.formatter.columnize(columns)})${predicateQuery}`);
		}
		/**
		* Create a primary key.
		*
		* @param {undefined | string | string[]} columns
		* @param {string | {constraintName: string, deferrable?: 'not deferrable'|'deferred'|'immediate' }} constraintName
		*/
		primary(columns, constraintName) {
			let deferrable;
			if (isObject(constraintName)) ({constraintName, deferrable} = constraintName);
			if (deferrable && deferrable !== "not deferrable") this.client.logger.warn(`mssql: primary key constraint [${constraintName}] will not be deferrable ${deferrable} because mssql does not support deferred constraints.`);
			constraintName = constraintName ? this.formatter.wrap(constraintName) : this.formatter.wrap(`${this.tableNameRaw}_pkey`);
			if (!this.forCreate) this.pushQuery(`ALTER TABLE ${this.tableName()} ADD CONSTRAINT ${constraintName} PRIMARY KEY (${this.formatter.columnize(columns)})`);
			else this.pushQuery(`CONSTRAINT ${constraintName} PRIMARY KEY (${this.formatter.columnize(columns)})`);
		}
		/**
		* Create a unique index.
		*
		* @param {string | string[]} columns
		* @param {string | {indexName: undefined | string, deferrable?: 'not deferrable'|'deferred'|'immediate', useConstraint?: true|false, predicate?: QueryBuilder }} indexName
		*/
		unique(columns, indexName) {
			/** @type {string | undefined} */
			let deferrable;
			let useConstraint = false;
			let predicate;
			if (isObject(indexName)) ({indexName, deferrable, useConstraint, predicate} = indexName);
			if (deferrable && deferrable !== "not deferrable") this.client.logger.warn(`mssql: unique index [${indexName}] will not be deferrable ${deferrable} because mssql does not support deferred constraints.`);
			if (useConstraint && predicate) throw new Error("mssql cannot create constraint with predicate");
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("unique", this.tableNameRaw, columns);
			if (!Array.isArray(columns)) columns = [columns];
			if (useConstraint) this.pushQuery(`ALTER TABLE ${this.tableName()} ADD CONSTRAINT ${indexName} UNIQUE (${this.formatter.columnize(columns)})`);
			else {
				const predicateQuery = predicate ? " " + this.client.queryCompiler(predicate).where() : " WHERE " + columns.map((column) => this.formatter.columnize(column) + " IS NOT NULL").join(" AND ");
				this.pushQuery(`CREATE UNIQUE INDEX ${indexName} ON ${this.tableName()} (${this.formatter.columnize(columns)})${predicateQuery}`);
			}
		}
		dropIndex(columns, indexName) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("index", this.tableNameRaw, columns);
			this.pushQuery(`DROP INDEX ${indexName} ON ${this.tableName()}`);
		}
		dropForeign(columns, indexName) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("foreign", this.tableNameRaw, columns);
			this.pushQuery(`ALTER TABLE ${this.tableName()} DROP CONSTRAINT ${indexName}`);
		}
		dropForeignIfExists() {
			throw new Error(".dropForeignIfExists is not supported for mssql.");
		}
		dropPrimary(constraintName) {
			constraintName = constraintName ? this.formatter.wrap(constraintName) : this.formatter.wrap(`${this.tableNameRaw}_pkey`);
			this.pushQuery(`ALTER TABLE ${this.tableName()} DROP CONSTRAINT ${constraintName}`);
		}
		dropPrimaryIfExists() {
			throw new Error(".dropPrimaryIfExists is not supported for mssql.");
		}
		dropUnique(column, indexName) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("unique", this.tableNameRaw, column);
			this.pushQuery(`DROP INDEX ${indexName} ON ${this.tableName()}`);
		}
		dropUniqueIfExists(column, indexName) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("unique", this.tableNameRaw, column);
			this.pushQuery(`DROP INDEX IF EXISTS ${indexName} ON ${this.tableName()}`);
		}
	};
	TableCompiler_MSSQL.prototype.createAlterTableMethods = ["foreign", "primary"];
	TableCompiler_MSSQL.prototype.lowerCase = false;
	TableCompiler_MSSQL.prototype.addColumnsPrefix = "ADD ";
	TableCompiler_MSSQL.prototype.dropColumnPrefix = "DROP COLUMN ";
	TableCompiler_MSSQL.prototype.alterColumnPrefix = "ALTER COLUMN ";
	module.exports = TableCompiler_MSSQL;
}));
var require_mssql_viewcompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ViewCompiler = require_viewcompiler();
	const { columnize: columnize_ } = require_wrappingFormatter();
	var ViewCompiler_MSSQL = class extends ViewCompiler {
		constructor(client, viewCompiler) {
			super(client, viewCompiler);
		}
		createQuery(columns, selectQuery, materialized, replace) {
			let sql = "CREATE " + (replace ? "OR ALTER " : "") + "VIEW " + this.viewName();
			const columnList = columns ? " (" + columnize_(columns, this.viewBuilder, this.client, this.bindingsHolder) + ")" : "";
			sql += columnList;
			sql += " AS ";
			sql += selectQuery.toString();
			this.pushQuery({ sql });
		}
		renameColumn(from, to) {
			this.pushQuery(`exec sp_rename ${this.client.parameter(this.viewName() + "." + from, this.viewBuilder, this.bindingsHolder)}, ${this.client.parameter(to, this.viewBuilder, this.bindingsHolder)}, 'COLUMN'`);
		}
		createOrReplace() {
			this.createQuery(this.columns, this.selectQuery, false, true);
		}
	};
	module.exports = ViewCompiler_MSSQL;
}));
var require_mssql_columncompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ColumnCompiler = require_columncompiler();
	const { toNumber } = require_helpers$1();
	const { formatDefault } = require_formatterUtils();
	const { operator: operator_ } = require_wrappingFormatter();
	var ColumnCompiler_MSSQL = class extends ColumnCompiler {
		constructor(client, tableCompiler, columnBuilder) {
			super(client, tableCompiler, columnBuilder);
			this.modifiers = [
				"nullable",
				"defaultTo",
				"first",
				"after",
				"comment"
			];
			this._addCheckModifiers();
		}
		double(precision, scale) {
			return "float";
		}
		floating(precision, scale) {
			return `float`;
		}
		integer() {
			return "int";
		}
		tinyint() {
			return "tinyint";
		}
		varchar(length) {
			return `nvarchar(${toNumber(length, 255)})`;
		}
		timestamp({ useTz = false } = {}) {
			return useTz ? "datetimeoffset" : "datetime2";
		}
		bit(length) {
			if (length > 1) this.client.logger.warn("Bit field is exactly 1 bit length for MSSQL");
			return "bit";
		}
		binary(length) {
			return length ? `varbinary(${toNumber(length)})` : "varbinary(max)";
		}
		first() {
			this.client.logger.warn("Column first modifier not available for MSSQL");
			return "";
		}
		after(column) {
			this.client.logger.warn("Column after modifier not available for MSSQL");
			return "";
		}
		defaultTo(value, { constraintName } = {}) {
			const formattedValue = formatDefault(value, this.type, this.client);
			constraintName = typeof constraintName !== "undefined" ? constraintName : `${this.tableCompiler.tableNameRaw}_${this.getColumnName()}_default`.toLowerCase();
			if (this.columnBuilder._method === "alter") {
				this.pushAdditional(function() {
					this.pushQuery(`ALTER TABLE ${this.tableCompiler.tableName()} ADD CONSTRAINT ${this.formatter.wrap(constraintName)} DEFAULT ${formattedValue} FOR ${this.formatter.wrap(this.getColumnName())}`);
				});
				return "";
			}
			if (!constraintName) return `DEFAULT ${formattedValue}`;
			return `CONSTRAINT ${this.formatter.wrap(constraintName)} DEFAULT ${formattedValue}`;
		}
		comment(comment) {
			if (!comment) return;
			if (comment && comment.length > 3750) this.client.logger.warn("Your comment might be longer than the max comment length for MSSQL of 7,500 bytes.");
			const value = this.formatter.escapingStringDelimiters(comment);
			const level0name = this.tableCompiler.schemaNameRaw || "dbo";
			const level1name = this.formatter.escapingStringDelimiters(this.tableCompiler.tableNameRaw);
			const level2name = this.formatter.escapingStringDelimiters(this.args[0] || this.defaults("columnName"));
			const args = `N'MS_Description', N'${value}', N'Schema', N'${level0name}', N'Table', N'${level1name}', N'Column', N'${level2name}'`;
			this.pushAdditional(function() {
				const isAlreadyDefined = `EXISTS(SELECT * FROM sys.fn_listextendedproperty(N'MS_Description', N'Schema', N'${level0name}', N'Table', N'${level1name}', N'Column', N'${level2name}'))`;
				this.pushQuery(`IF ${isAlreadyDefined}\n  EXEC sys.sp_updateextendedproperty ${args}\nELSE\n  EXEC sys.sp_addextendedproperty ${args}`);
			});
			return "";
		}
		checkLength(operator, length, constraintName) {
			return this._check(`LEN(${this.formatter.wrap(this.getColumnName())}) ${operator_(operator, this.columnBuilder, this.bindingsHolder)} ${toNumber(length)}`, constraintName);
		}
		checkRegex(regex, constraintName) {
			return this._check(`${this.formatter.wrap(this.getColumnName())} LIKE ${this.client._escapeBinding("%" + regex + "%")}`, constraintName);
		}
		increments(options = { primaryKey: true }) {
			return "int identity(1,1) not null" + (this.tableCompiler._canBeAddPrimaryKey(options) ? " primary key" : "");
		}
		bigincrements(options = { primaryKey: true }) {
			return "bigint identity(1,1) not null" + (this.tableCompiler._canBeAddPrimaryKey(options) ? " primary key" : "");
		}
	};
	ColumnCompiler_MSSQL.prototype.bigint = "bigint";
	ColumnCompiler_MSSQL.prototype.mediumint = "int";
	ColumnCompiler_MSSQL.prototype.smallint = "smallint";
	ColumnCompiler_MSSQL.prototype.text = "nvarchar(max)";
	ColumnCompiler_MSSQL.prototype.mediumtext = "nvarchar(max)";
	ColumnCompiler_MSSQL.prototype.longtext = "nvarchar(max)";
	ColumnCompiler_MSSQL.prototype.json = ColumnCompiler_MSSQL.prototype.jsonb = "nvarchar(max)";
	ColumnCompiler_MSSQL.prototype.enu = "nvarchar(100)";
	ColumnCompiler_MSSQL.prototype.uuid = ({ useBinaryUuid = false } = {}) => useBinaryUuid ? "binary(16)" : "uniqueidentifier";
	ColumnCompiler_MSSQL.prototype.datetime = "datetime2";
	ColumnCompiler_MSSQL.prototype.bool = "bit";
	module.exports = ColumnCompiler_MSSQL;
}));
var require_mssql = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const map = require_map();
	const isNil = require_isNil();
	const Client = require_client();
	const MSSQL_Formatter = require_mssql_formatter();
	const Transaction = require_transaction$5();
	const QueryCompiler = require_mssql_querycompiler();
	const SchemaCompiler = require_mssql_compiler();
	const TableCompiler = require_mssql_tablecompiler();
	const ViewCompiler = require_mssql_viewcompiler();
	const ColumnCompiler = require_mssql_columncompiler();
	const QueryBuilder = require_querybuilder();
	const { setHiddenProperty } = require_security();
	const debug = require_src()("knex:mssql");
	const SQL_INT4 = {
		MIN: -2147483648,
		MAX: 2147483647
	};
	const SQL_BIGINT_SAFE = {
		MIN: -9007199254740991,
		MAX: 9007199254740991
	};
	var Client_MSSQL = class extends Client {
		constructor(config = {}) {
			super(config);
		}
		/**
		* @param {import('knex').Config} options
		*/
		_generateConnection() {
			const settings = this.connectionSettings;
			settings.options = settings.options || {};
			/** @type {import('tedious').ConnectionConfig} */
			const cfg = {
				authentication: {
					type: settings.type || "default",
					options: {
						userName: settings.userName || settings.user,
						password: settings.password,
						domain: settings.domain,
						token: settings.token,
						clientId: settings.clientId,
						clientSecret: settings.clientSecret,
						tenantId: settings.tenantId,
						msiEndpoint: settings.msiEndpoint,
						credential: settings.credential
					}
				},
				server: settings.server || settings.host,
				options: {
					database: settings.database,
					encrypt: settings.encrypt || false,
					port: settings.port || 1433,
					connectTimeout: settings.connectionTimeout || settings.timeout || 15e3,
					requestTimeout: !isNil(settings.requestTimeout) ? settings.requestTimeout : 15e3,
					rowCollectionOnDone: false,
					rowCollectionOnRequestCompletion: false,
					useColumnNames: false,
					tdsVersion: settings.options.tdsVersion || "7_4",
					appName: settings.options.appName || "knex",
					trustServerCertificate: false,
					...settings.options
				}
			};
			if (cfg.authentication.options.password) setHiddenProperty(cfg.authentication.options);
			if (cfg.options.instanceName) delete cfg.options.port;
			if (isNaN(cfg.options.requestTimeout)) cfg.options.requestTimeout = 15e3;
			if (cfg.options.requestTimeout === 1e400) cfg.options.requestTimeout = 0;
			if (cfg.options.requestTimeout < 0) cfg.options.requestTimeout = 0;
			if (settings.debug) cfg.options.debug = {
				packet: true,
				token: true,
				data: true,
				payload: true
			};
			return cfg;
		}
		_driver() {
			return __require("tedious");
		}
		formatter() {
			return new MSSQL_Formatter(this, ...arguments);
		}
		transaction() {
			return new Transaction(this, ...arguments);
		}
		queryCompiler() {
			return new QueryCompiler(this, ...arguments);
		}
		schemaCompiler() {
			return new SchemaCompiler(this, ...arguments);
		}
		tableCompiler() {
			return new TableCompiler(this, ...arguments);
		}
		viewCompiler() {
			return new ViewCompiler(this, ...arguments);
		}
		queryBuilder() {
			return new QueryBuilder(this);
		}
		columnCompiler() {
			return new ColumnCompiler(this, ...arguments);
		}
		wrapIdentifierImpl(value) {
			if (value === "*") return "*";
			return `[${value.replace(/[[\]]+/g, "")}]`;
		}
		acquireRawConnection() {
			return new Promise((resolver, rejecter) => {
				debug("connection::connection new connection requested");
				const Driver = this._driver();
				const settings = Object.assign({}, this._generateConnection());
				const connection = new Driver.Connection(settings);
				connection.connect((err) => {
					if (err) {
						debug("connection::connect error: %s", err.message);
						return rejecter(err);
					}
					debug("connection::connect connected to server");
					connection.connected = true;
					connection.on("error", (e) => {
						debug("connection::error message=%s", e.message);
						connection.__knex__disposed = e;
						connection.connected = false;
					});
					connection.once("end", () => {
						connection.connected = false;
						connection.__knex__disposed = "Connection to server was terminated.";
						debug("connection::end connection ended.");
					});
					return resolver(connection);
				});
			});
		}
		validateConnection(connection) {
			return connection && connection.connected;
		}
		destroyRawConnection(connection) {
			debug("connection::destroy");
			return new Promise((resolve) => {
				connection.once("end", () => {
					resolve();
				});
				connection.close();
			});
		}
		positionBindings(sql) {
			let questionCount = -1;
			return sql.replace(/\\?\?/g, (match) => {
				if (match === "\\?") return "?";
				questionCount += 1;
				return `@p${questionCount}`;
			});
		}
		_chomp(connection) {
			if (connection.state.name === "LoggedIn") {
				const nextRequest = this.requestQueue.pop();
				if (nextRequest) {
					debug("connection::query executing query, %d more in queue", this.requestQueue.length);
					connection.execSql(nextRequest);
				}
			}
		}
		_enqueueRequest(request, connection) {
			this.requestQueue.push(request);
			this._chomp(connection);
		}
		_makeRequest(query, callback) {
			const Driver = this._driver();
			const sql = typeof query === "string" ? query : query.sql;
			let rowCount = 0;
			if (!sql) throw new Error("The query is empty");
			debug("request::request sql=%s", sql);
			const request = new Driver.Request(sql, (err, remoteRowCount) => {
				if (err) {
					debug("request::error message=%s", err.message);
					return callback(err);
				}
				rowCount = remoteRowCount;
				debug("request::callback rowCount=%d", rowCount);
			});
			request.on("prepared", () => {
				debug("request %s::request prepared", this.id);
			});
			request.on("done", (rowCount, more) => {
				debug("request::done rowCount=%d more=%s", rowCount, more);
			});
			request.on("doneProc", (rowCount, more) => {
				debug("request::doneProc id=%s rowCount=%d more=%s", request.id, rowCount, more);
			});
			request.on("doneInProc", (rowCount, more) => {
				debug("request::doneInProc id=%s rowCount=%d more=%s", request.id, rowCount, more);
			});
			request.once("requestCompleted", () => {
				debug("request::completed id=%s", request.id);
				return callback(null, rowCount);
			});
			request.on("error", (err) => {
				debug("request::error id=%s message=%s", request.id, err.message);
				return callback(err);
			});
			return request;
		}
		_stream(connection, query, stream) {
			return new Promise((resolve, reject) => {
				const request = this._makeRequest(query, (err) => {
					if (err) {
						stream.emit("error", err);
						return reject(err);
					}
					resolve();
				});
				request.on("row", (row) => {
					stream.write(row.reduce((prev, curr) => {
						prev[curr.metadata.colName] = curr.value;
						return prev;
					}, {}));
				});
				request.on("error", (err) => {
					stream.emit("error", err);
					reject(err);
				});
				request.once("requestCompleted", () => {
					stream.end();
					resolve();
				});
				this._assignBindings(request, query.bindings);
				this._enqueueRequest(request, connection);
			});
		}
		_assignBindings(request, bindings) {
			if (Array.isArray(bindings)) for (let i = 0; i < bindings.length; i++) {
				const binding = bindings[i];
				this._setReqInput(request, i, binding);
			}
		}
		_scaleForBinding(binding) {
			if (binding % 1 === 0) throw new Error(`The binding value ${binding} must be a decimal number.`);
			return { scale: 10 };
		}
		_typeForBinding(binding) {
			const Driver = this._driver();
			if (this.connectionSettings.options && this.connectionSettings.options.mapBinding) {
				const result = this.connectionSettings.options.mapBinding(binding);
				if (result) return [result.value, result.type];
			}
			switch (typeof binding) {
				case "string": return [binding, Driver.TYPES.NVarChar];
				case "boolean": return [binding, Driver.TYPES.Bit];
				case "number":
					if (binding % 1 !== 0) return [binding, Driver.TYPES.Float];
					if (binding < SQL_INT4.MIN || binding > SQL_INT4.MAX) {
						if (binding < SQL_BIGINT_SAFE.MIN || binding > SQL_BIGINT_SAFE.MAX) throw new Error(`Bigint must be safe integer or must be passed as string, saw ${binding}`);
						return [binding, Driver.TYPES.BigInt];
					}
					return [binding, Driver.TYPES.Int];
				default:
					if (binding instanceof Date) return [binding, Driver.TYPES.DateTime];
					if (binding instanceof Buffer) return [binding, Driver.TYPES.VarBinary];
					return [binding, Driver.TYPES.NVarChar];
			}
		}
		_query(connection, query) {
			return new Promise((resolve, reject) => {
				const rows = [];
				const request = this._makeRequest(query, (err, count) => {
					if (err) return reject(err);
					query.response = rows;
					process.nextTick(() => this._chomp(connection));
					resolve(query);
				});
				request.on("row", (row) => {
					debug("request::row");
					rows.push(row);
				});
				this._assignBindings(request, query.bindings);
				this._enqueueRequest(request, connection);
			});
		}
		_setReqInput(req, i, inputBinding) {
			const [binding, tediousType] = this._typeForBinding(inputBinding);
			const bindingName = "p".concat(i);
			let options;
			if (typeof binding === "number" && binding % 1 !== 0) options = this._scaleForBinding(binding);
			debug("request::binding pos=%d type=%s value=%s", i, tediousType.name, binding);
			if (Buffer.isBuffer(binding)) options = { length: "max" };
			req.addParameter(bindingName, tediousType, binding, options);
		}
		processResponse(query, runner) {
			if (query == null) return;
			let { response } = query;
			const { method } = query;
			if (query.output) return query.output.call(runner, response);
			response = response.map((row) => row.reduce((columns, r) => {
				const colName = r.metadata.colName;
				if (columns[colName]) {
					if (!Array.isArray(columns[colName])) columns[colName] = [columns[colName]];
					columns[colName].push(r.value);
				} else columns[colName] = r.value;
				return columns;
			}, {}));
			if (query.output) return query.output.call(runner, response);
			switch (method) {
				case "select": return response;
				case "first": return response[0];
				case "pluck": return map(response, query.pluck);
				case "insert":
				case "del":
				case "update":
				case "counter":
					if (query.returning) {
						if (query.returning === "@@rowcount") return response[0][""];
					}
					return response;
				default: return response;
			}
		}
	};
	Object.assign(Client_MSSQL.prototype, {
		requestQueue: [],
		dialect: "mssql",
		driverName: "mssql",
		_packageName: "tedious"
	});
	module.exports = Client_MSSQL;
}));
var require__baseDelay = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** Error message constants. */
	var FUNC_ERROR_TEXT = "Expected a function";
	/**
	* The base implementation of `_.delay` and `_.defer` which accepts `args`
	* to provide to `func`.
	*
	* @private
	* @param {Function} func The function to delay.
	* @param {number} wait The number of milliseconds to delay invocation.
	* @param {Array} args The arguments to provide to `func`.
	* @returns {number|Object} Returns the timer id or timeout object.
	*/
	function baseDelay(func, wait, args) {
		if (typeof func != "function") throw new TypeError(FUNC_ERROR_TEXT);
		return setTimeout(function() {
			func.apply(void 0, args);
		}, wait);
	}
	module.exports = baseDelay;
}));
var require_defer = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseDelay = require__baseDelay();
	module.exports = require__baseRest()(function(func, args) {
		return baseDelay(func, 1, args);
	});
}));
var require_transaction$4 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Transaction = require_transaction$6();
	const debug = require_src()("knex:tx");
	var Transaction_MySQL = class extends Transaction {
		query(conn, sql, status, value) {
			const t = this;
			const q = this.trxClient.query(conn, sql).catch((err) => {
				if (err.errno === 1305) {
					this.trxClient.logger.warn("Transaction was implicitly committed, do not mix transactions and DDL with MySQL (#805)");
					return;
				}
				status = 2;
				value = err;
				t._completed = true;
				debug("%s error running transaction query", t.txid);
			}).then(function(res) {
				if (status === 1) t._resolver(value);
				if (status === 2) {
					if (value === void 0) {
						if (t.doNotRejectOnRollback && /^ROLLBACK\b/i.test(sql)) {
							t._resolver();
							return;
						}
						value = /* @__PURE__ */ new Error(`Transaction rejected with non-error: ${value}`);
					}
					t._rejecter(value);
				}
				return res;
			});
			if (status === 1 || status === 2) t._completed = true;
			return q;
		}
	};
	module.exports = Transaction_MySQL;
}));
var require_mysql_querybuilder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const QueryBuilder = require_querybuilder();
	const isEmpty = require_isEmpty();
	module.exports = class QueryBuilder_MySQL extends QueryBuilder {
		upsert(values, returning, options) {
			this._method = "upsert";
			if (!isEmpty(returning)) this.returning(returning, options);
			this._single.upsert = values;
			return this;
		}
	};
}));
var require_mysql_querycompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const assert = __require("assert");
	const identity = require_identity();
	const isPlainObject = require_isPlainObject();
	const isEmpty = require_isEmpty();
	const QueryCompiler = require_querycompiler();
	const { wrapAsIdentifier } = require_formatterUtils();
	const { columnize: columnize_, wrap: wrap_ } = require_wrappingFormatter();
	const isPlainObjectOrArray = (value) => isPlainObject(value) || Array.isArray(value);
	var QueryCompiler_MySQL = class extends QueryCompiler {
		constructor(client, builder, formatter) {
			super(client, builder, formatter);
			this._returningCheck();
			this._emptyInsertValue = "() values ()";
		}
		del() {
			const sql = super.del();
			if (sql === "") return sql;
			const comments = this.comments();
			const limit = this.limit();
			return (comments === "" ? "" : comments + " ") + sql + (limit ? ` ${limit}` : "");
		}
		insert() {
			let sql = super.insert();
			if (sql === "") return sql;
			const comments = this.comments();
			sql = (comments === "" ? "" : comments + " ") + sql;
			const { ignore, merge, insert } = this.single;
			if (ignore) sql = sql.replace("insert into", "insert ignore into");
			if (merge) {
				sql += this._merge(merge.updates, insert);
				if (this.where()) throw new Error(".onConflict().merge().where() is not supported for mysql");
			}
			return sql;
		}
		upsert() {
			const upsertValues = this.single.upsert || [];
			const sql = this.with() + `replace into ${this.tableName} `;
			const body = this._insertBody(upsertValues);
			return body === "" ? "" : sql + body;
		}
		_merge(updates, insert) {
			const sql = " on duplicate key update ";
			if (updates && Array.isArray(updates)) return sql + updates.map((column) => wrapAsIdentifier(column, this.formatter.builder, this.client)).map((column) => `${column} = values(${column})`).join(", ");
			else if (updates && typeof updates === "object") return sql + this._prepUpdate(updates).join(",");
			else {
				const insertData = this._prepInsert(insert);
				if (typeof insertData === "string") throw new Error("If using merge with a raw insert query, then updates must be provided");
				return sql + insertData.columns.map((column) => wrapAsIdentifier(column, this.builder, this.client)).map((column) => `${column} = values(${column})`).join(", ");
			}
		}
		update() {
			const comments = this.comments();
			const withSQL = this.with();
			const join = this.join();
			const updates = this._prepUpdate(this.single.update);
			const where = this.where();
			const order = this.order();
			const limit = this.limit();
			return (comments === "" ? "" : comments + " ") + withSQL + `update ${this.tableName}` + (join ? ` ${join}` : "") + " set " + updates.join(", ") + (where ? ` ${where}` : "") + (order ? ` ${order}` : "") + (limit ? ` ${limit}` : "");
		}
		forUpdate() {
			return "for update";
		}
		forShare() {
			return "lock in share mode";
		}
		skipLocked() {
			return "skip locked";
		}
		noWait() {
			return "nowait";
		}
		columnInfo() {
			const column = this.single.columnInfo;
			return {
				sql: "select * from information_schema.columns where table_name = ? and table_schema = ?",
				bindings: [this.client.customWrapIdentifier(this.single.table, identity), this.client.database()],
				output(resp) {
					const out = resp.reduce(function(columns, val) {
						columns[val.COLUMN_NAME] = {
							defaultValue: val.COLUMN_DEFAULT === "NULL" ? null : val.COLUMN_DEFAULT,
							type: val.DATA_TYPE,
							maxLength: val.CHARACTER_MAXIMUM_LENGTH,
							nullable: val.IS_NULLABLE === "YES"
						};
						return columns;
					}, {});
					return column && out[column] || out;
				}
			};
		}
		limit() {
			const noLimit = !this.single.limit && this.single.limit !== 0;
			if (noLimit && !this.single.offset) return "";
			return `limit ${this.single.offset && noLimit ? "18446744073709551615" : this._getValueOrParameterFromAttribute("limit")}`;
		}
		whereBasic(statement) {
			assert(!isPlainObjectOrArray(statement.value), "The values in where clause must not be object or array.");
			return super.whereBasic(statement);
		}
		whereRaw(statement) {
			assert(isEmpty(statement.value.bindings) || !Object.values(statement.value.bindings).some(isPlainObjectOrArray), "The values in where clause must not be object or array.");
			return super.whereRaw(statement);
		}
		whereLike(statement) {
			return `${this._columnClause(statement)} ${this._not(statement, "like ")}${this._valueClause(statement)} COLLATE utf8_bin`;
		}
		whereILike(statement) {
			return `${this._columnClause(statement)} ${this._not(statement, "like ")}${this._valueClause(statement)}`;
		}
		jsonExtract(params) {
			return this._jsonExtract(["json_extract", "json_unquote"], params);
		}
		jsonSet(params) {
			return this._jsonSet("json_set", params);
		}
		jsonInsert(params) {
			return this._jsonSet("json_insert", params);
		}
		jsonRemove(params) {
			const jsonCol = `json_remove(${columnize_(params.column, this.builder, this.client, this.bindingsHolder)},${this.client.parameter(params.path, this.builder, this.bindingsHolder)})`;
			return params.alias ? this.client.alias(jsonCol, this.formatter.wrap(params.alias)) : jsonCol;
		}
		whereJsonObject(statement) {
			return this._not(statement, `json_contains(${this._columnClause(statement)}, ${this._jsonValueClause(statement)})`);
		}
		whereJsonPath(statement) {
			return this._whereJsonPath("json_extract", statement);
		}
		whereJsonSupersetOf(statement) {
			return this._not(statement, `json_contains(${wrap_(statement.column, void 0, this.builder, this.client, this.bindingsHolder)},${this._jsonValueClause(statement)})`);
		}
		whereJsonSubsetOf(statement) {
			return this._not(statement, `json_contains(${this._jsonValueClause(statement)},${wrap_(statement.column, void 0, this.builder, this.client, this.bindingsHolder)})`);
		}
		onJsonPathEquals(clause) {
			return this._onJsonPathEquals("json_extract", clause);
		}
		_returningCheck() {
			const { returning } = this.single;
			if (returning) this.client.logger.warn(".returning() is not supported by mysql and will not have any effect.");
		}
	};
	QueryCompiler_MySQL.prototype.invalidClauses = {
		delete: ["having"],
		truncate: [
			"where",
			"having",
			"limit"
		]
	};
	module.exports = QueryCompiler_MySQL;
}));
var require_mysql_compiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SchemaCompiler = require_compiler$1();
	var SchemaCompiler_MySQL = class extends SchemaCompiler {
		constructor(client, builder) {
			super(client, builder);
		}
		renameTable(tableName, to) {
			this.pushQuery(`rename table ${this.formatter.wrap(tableName)} to ${this.formatter.wrap(to)}`);
		}
		renameView(from, to) {
			this.renameTable(from, to);
		}
		hasTable(tableName) {
			let sql = "select * from information_schema.tables where table_name = ?";
			const bindings = [tableName];
			if (this.schema) {
				sql += " and table_schema = ?";
				bindings.push(this.schema);
			} else sql += " and table_schema = database()";
			this.pushQuery({
				sql,
				bindings,
				output: function output(resp) {
					return resp.length > 0;
				}
			});
		}
		hasColumn(tableName, column) {
			this.pushQuery({
				sql: `show columns from ${this.formatter.wrap(tableName)}`,
				output(resp) {
					return resp.some((row) => {
						return this.client.wrapIdentifier(row.Field.toLowerCase()) === this.client.wrapIdentifier(column.toLowerCase());
					});
				}
			});
		}
	};
	module.exports = SchemaCompiler_MySQL;
}));
var require_mysql_tablecompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const TableCompiler = require_tablecompiler();
	const { isObject, isString } = require_is();
	var TableCompiler_MySQL = class extends TableCompiler {
		constructor(client, tableBuilder) {
			super(client, tableBuilder);
		}
		createQuery(columns, ifNot, like) {
			const createStatement = ifNot ? "create table if not exists " : "create table ";
			const { client } = this;
			let conn = {};
			let columnsSql = " (" + columns.sql.join(", ");
			columnsSql += this.primaryKeys() || "";
			columnsSql += this._addChecks();
			columnsSql += ")";
			let sql = createStatement + this.tableName() + (like && this.tableNameLike() ? " like " + this.tableNameLike() : columnsSql);
			if (client.connectionSettings) conn = client.connectionSettings;
			const charset = this.single.charset || conn.charset || "";
			const collation = this.single.collate || conn.collate || "";
			const engine = this.single.engine || "";
			if (charset && !like) sql += ` default character set ${charset}`;
			if (collation) sql += ` collate ${collation}`;
			if (engine) sql += ` engine = ${engine}`;
			if (this.single.comment) {
				const comment = this.single.comment || "";
				const MAX_COMMENT_LENGTH = 1024;
				if (comment.length > MAX_COMMENT_LENGTH) this.client.logger.warn(`The max length for a table comment is ${MAX_COMMENT_LENGTH} characters`);
				sql += ` comment = '${comment}'`;
			}
			this.pushQuery(sql);
			if (like) this.addColumns(columns, this.addColumnsPrefix);
		}
		comment(comment) {
			this.pushQuery(`alter table ${this.tableName()} comment = '${comment}'`);
		}
		changeType() {}
		renameColumn(from, to) {
			const compiler = this;
			const table = this.tableName();
			const wrapped = this.formatter.wrap(from) + " " + this.formatter.wrap(to);
			this.pushQuery({
				sql: `show full fields from ${table} where field = ` + this.client.parameter(from, this.tableBuilder, this.bindingsHolder),
				output(resp) {
					const column = resp[0];
					const runner = this;
					return compiler.getFKRefs(runner).then(([refs]) => new Promise((resolve, reject) => {
						try {
							if (!refs.length) resolve();
							resolve(compiler.dropFKRefs(runner, refs));
						} catch (e) {
							reject(e);
						}
					}).then(function() {
						let sql = `alter table ${table} change ${wrapped} ${column.Type}`;
						if (String(column.Null).toUpperCase() !== "YES") sql += ` NOT NULL`;
						else sql += ` NULL`;
						if (column.Default !== void 0 && column.Default !== null) sql += ` DEFAULT '${column.Default}'`;
						if (column.Collation !== void 0 && column.Collation !== null) sql += ` COLLATE '${column.Collation}'`;
						if (column.Extra == "auto_increment") sql += ` AUTO_INCREMENT`;
						return runner.query({ sql });
					}).then(function() {
						if (!refs.length) return;
						return compiler.createFKRefs(runner, refs.map(function(ref) {
							const refColKey = ref.REFERENCED_COLUMN_NAME !== void 0 ? "REFERENCED_COLUMN_NAME" : "referenced_column_name";
							const colKey = ref.COLUMN_NAME !== void 0 ? "COLUMN_NAME" : "column_name";
							if (ref[refColKey] === from) ref[refColKey] = to;
							if (ref[colKey] === from) ref[colKey] = to;
							return ref;
						}));
					}));
				}
			});
		}
		primaryKeys() {
			const pks = (this.grouped.alterTable || []).filter((k) => k.method === "primary");
			if (pks.length > 0 && pks[0].args.length > 0) {
				const columns = pks[0].args[0];
				let constraintName = pks[0].args[1] || "";
				if (constraintName) constraintName = " constraint " + this.formatter.wrap(constraintName);
				if (this.grouped.columns) {
					const incrementsCols = this._getIncrementsColumnNames();
					if (incrementsCols.length) incrementsCols.forEach((c) => {
						if (!columns.includes(c)) columns.unshift(c);
					});
					const bigIncrementsCols = this._getBigIncrementsColumnNames();
					if (bigIncrementsCols.length) bigIncrementsCols.forEach((c) => {
						if (!columns.includes(c)) columns.unshift(c);
					});
				}
				return `,${constraintName} primary key (${this.formatter.columnize(columns)})`;
			}
		}
		getFKRefs(runner) {
			const bindingsHolder = { bindings: [] };
			const sql = "SELECT KCU.CONSTRAINT_NAME, KCU.TABLE_NAME, KCU.COLUMN_NAME,        KCU.REFERENCED_TABLE_NAME, KCU.REFERENCED_COLUMN_NAME,        RC.UPDATE_RULE, RC.DELETE_RULE FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE AS KCU JOIN INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS AS RC        USING(CONSTRAINT_NAME) WHERE KCU.REFERENCED_TABLE_NAME = " + this.client.parameter(this.tableNameRaw, this.tableBuilder, bindingsHolder) + "   AND KCU.CONSTRAINT_SCHEMA = " + this.client.parameter(this.client.database(), this.tableBuilder, bindingsHolder) + "   AND RC.CONSTRAINT_SCHEMA = " + this.client.parameter(this.client.database(), this.tableBuilder, bindingsHolder);
			return runner.query({
				sql,
				bindings: bindingsHolder.bindings
			});
		}
		dropFKRefs(runner, refs) {
			const formatter = this.client.formatter(this.tableBuilder);
			return Promise.all(refs.map(function(ref) {
				const constraintName = formatter.wrap(ref.CONSTRAINT_NAME || ref.constraint_name);
				const tableName = formatter.wrap(ref.TABLE_NAME || ref.table_name);
				return runner.query({ sql: `alter table ${tableName} drop foreign key ${constraintName}` });
			}));
		}
		createFKRefs(runner, refs) {
			const formatter = this.client.formatter(this.tableBuilder);
			return Promise.all(refs.map(function(ref) {
				const tableName = formatter.wrap(ref.TABLE_NAME || ref.table_name);
				const keyName = formatter.wrap(ref.CONSTRAINT_NAME || ref.constraint_name);
				const column = formatter.columnize(ref.COLUMN_NAME || ref.column_name);
				const references = formatter.columnize(ref.REFERENCED_COLUMN_NAME || ref.referenced_column_name);
				const inTable = formatter.wrap(ref.REFERENCED_TABLE_NAME || ref.referenced_table_name);
				const onUpdate = ` ON UPDATE ${ref.UPDATE_RULE || ref.update_rule}`;
				const onDelete = ` ON DELETE ${ref.DELETE_RULE || ref.delete_rule}`;
				return runner.query({ sql: `alter table ${tableName} add constraint ${keyName} foreign key (` + column + ") references " + inTable + " (" + references + ")" + onUpdate + onDelete });
			}));
		}
		index(columns, indexName, options) {
			let storageEngineIndexType;
			let indexType;
			if (isString(options)) indexType = options;
			else if (isObject(options)) ({indexType, storageEngineIndexType} = options);
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("index", this.tableNameRaw, columns);
			storageEngineIndexType = storageEngineIndexType ? ` using ${storageEngineIndexType}` : "";
			this.pushQuery(`alter table ${this.tableName()} add${indexType ? ` ${indexType}` : ""} index ${indexName}(${this.formatter.columnize(columns)})${storageEngineIndexType}`);
		}
		primary(columns, constraintName) {
			let deferrable;
			if (isObject(constraintName)) ({constraintName, deferrable} = constraintName);
			if (deferrable && deferrable !== "not deferrable") this.client.logger.warn(`mysql: primary key constraint \`${constraintName}\` will not be deferrable ${deferrable} because mysql does not support deferred constraints.`);
			constraintName = constraintName ? this.formatter.wrap(constraintName) : this.formatter.wrap(`${this.tableNameRaw}_pkey`);
			const primaryCols = columns;
			let incrementsCols = [];
			let bigIncrementsCols = [];
			if (this.grouped.columns) {
				incrementsCols = this._getIncrementsColumnNames();
				if (incrementsCols) incrementsCols.forEach((c) => {
					if (!primaryCols.includes(c)) primaryCols.unshift(c);
				});
				bigIncrementsCols = this._getBigIncrementsColumnNames();
				if (bigIncrementsCols) bigIncrementsCols.forEach((c) => {
					if (!primaryCols.includes(c)) primaryCols.unshift(c);
				});
			}
			if (this.method !== "create" && this.method !== "createIfNot") this.pushQuery(`alter table ${this.tableName()} add primary key ${constraintName}(${this.formatter.columnize(primaryCols)})`);
			if (incrementsCols.length) this.pushQuery(`alter table ${this.tableName()} modify column ${this.formatter.columnize(incrementsCols)} int unsigned not null auto_increment`);
			if (bigIncrementsCols.length) this.pushQuery(`alter table ${this.tableName()} modify column ${this.formatter.columnize(bigIncrementsCols)} bigint unsigned not null auto_increment`);
		}
		unique(columns, indexName) {
			let storageEngineIndexType;
			let deferrable;
			if (isObject(indexName)) ({indexName, deferrable, storageEngineIndexType} = indexName);
			if (deferrable && deferrable !== "not deferrable") this.client.logger.warn(`mysql: unique index \`${indexName}\` will not be deferrable ${deferrable} because mysql does not support deferred constraints.`);
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("unique", this.tableNameRaw, columns);
			storageEngineIndexType = storageEngineIndexType ? ` using ${storageEngineIndexType}` : "";
			this.pushQuery(`alter table ${this.tableName()} add unique ${indexName}(${this.formatter.columnize(columns)})${storageEngineIndexType}`);
		}
		dropIndex(columns, indexName) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("index", this.tableNameRaw, columns);
			this.pushQuery(`alter table ${this.tableName()} drop index ${indexName}`);
		}
		dropForeign(columns, indexName) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("foreign", this.tableNameRaw, columns);
			this.pushQuery(`alter table ${this.tableName()} drop foreign key ${indexName}`);
		}
		dropForeignIfExists() {
			throw new Error(".dropForeignIfExists is not supported for mysql.");
		}
		dropPrimary() {
			this.pushQuery(`alter table ${this.tableName()} drop primary key`);
		}
		dropPrimaryIfExists() {
			throw new Error(".dropPrimaryIfExists is not supported for mysql.");
		}
		dropUnique(column, indexName) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("unique", this.tableNameRaw, column);
			this.pushQuery(`alter table ${this.tableName()} drop index ${indexName}`);
		}
		dropUniqueIfExists(column, indexName) {
			if (this.client.isMariaDB) {
				indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("unique", this.tableNameRaw, column);
				this.pushQuery(`alter table ${this.tableName()} drop index if exists ${indexName}`);
				return;
			}
			throw new Error(".dropUniqueIfExists is not supported for mysql.");
		}
	};
	TableCompiler_MySQL.prototype.addColumnsPrefix = "add ";
	TableCompiler_MySQL.prototype.alterColumnsPrefix = "modify ";
	TableCompiler_MySQL.prototype.dropColumnPrefix = "drop ";
	module.exports = TableCompiler_MySQL;
}));
var require_mysql_columncompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ColumnCompiler = require_columncompiler();
	const { isObject } = require_is();
	const { toNumber } = require_helpers$1();
	const commentEscapeRegex = /(?<!\\)'/g;
	var ColumnCompiler_MySQL = class extends ColumnCompiler {
		constructor(client, tableCompiler, columnBuilder) {
			super(client, tableCompiler, columnBuilder);
			this.modifiers = [
				"unsigned",
				"nullable",
				"defaultTo",
				"comment",
				"collate",
				"first",
				"after"
			];
			this._addCheckModifiers();
		}
		double(precision, scale) {
			if (!precision) return "double";
			return `double(${toNumber(precision, 8)}, ${toNumber(scale, 2)})`;
		}
		integer(length) {
			length = length ? `(${toNumber(length, 11)})` : "";
			return `int${length}`;
		}
		tinyint(length) {
			length = length ? `(${toNumber(length, 1)})` : "";
			return `tinyint${length}`;
		}
		text(column) {
			switch (column) {
				case "medium":
				case "mediumtext": return "mediumtext";
				case "long":
				case "longtext": return "longtext";
				default: return "text";
			}
		}
		mediumtext() {
			return this.text("medium");
		}
		longtext() {
			return this.text("long");
		}
		enu(allowed) {
			return `enum('${allowed.join("', '")}')`;
		}
		datetime(precision) {
			if (isObject(precision)) ({precision} = precision);
			return typeof precision === "number" ? `datetime(${precision})` : "datetime";
		}
		timestamp(precision) {
			if (isObject(precision)) ({precision} = precision);
			return typeof precision === "number" ? `timestamp(${precision})` : "timestamp";
		}
		time(precision) {
			if (isObject(precision)) ({precision} = precision);
			return typeof precision === "number" ? `time(${precision})` : "time";
		}
		bit(length) {
			return length ? `bit(${toNumber(length)})` : "bit";
		}
		binary(length) {
			return length ? `varbinary(${toNumber(length)})` : "blob";
		}
		json() {
			return "json";
		}
		jsonb() {
			return "json";
		}
		defaultTo(value) {
			if (value === null || value === void 0) return;
			if ((this.type === "json" || this.type === "jsonb") && isObject(value)) return `default ('${JSON.stringify(value)}')`;
			const defaultVal = super.defaultTo.apply(this, arguments);
			if (this.type !== "blob" && this.type.indexOf("text") === -1) return defaultVal;
			return "";
		}
		unsigned() {
			return "unsigned";
		}
		comment(comment) {
			if (comment && comment.length > 255) this.client.logger.warn("Your comment is longer than the max comment length for MySQL");
			return comment && `comment '${comment.replace(commentEscapeRegex, "\\'")}'`;
		}
		first() {
			return "first";
		}
		after(column) {
			return `after ${this.formatter.wrap(column)}`;
		}
		collate(collation) {
			return collation && `collate '${collation}'`;
		}
		checkRegex(regex, constraintName) {
			return this._check(`${this.formatter.wrap(this.getColumnName())} REGEXP ${this.client._escapeBinding(regex)}`, constraintName);
		}
		increments(options = { primaryKey: true }) {
			return "int unsigned not null" + (this.tableCompiler._canBeAddPrimaryKey(options) ? " auto_increment primary key" : "");
		}
		bigincrements(options = { primaryKey: true }) {
			return "bigint unsigned not null" + (this.tableCompiler._canBeAddPrimaryKey(options) ? " auto_increment primary key" : "");
		}
	};
	ColumnCompiler_MySQL.prototype.bigint = "bigint";
	ColumnCompiler_MySQL.prototype.mediumint = "mediumint";
	ColumnCompiler_MySQL.prototype.smallint = "smallint";
	module.exports = ColumnCompiler_MySQL;
}));
var require_mysql_viewcompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ViewCompiler = require_viewcompiler();
	var ViewCompiler_MySQL = class extends ViewCompiler {
		constructor(client, viewCompiler) {
			super(client, viewCompiler);
		}
		createOrReplace() {
			this.createQuery(this.columns, this.selectQuery, false, true);
		}
	};
	module.exports = ViewCompiler_MySQL;
}));
var require_mysql_viewbuilder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ViewBuilder = require_viewbuilder();
	var ViewBuilder_MySQL = class extends ViewBuilder {
		constructor() {
			super(...arguments);
		}
		checkOption() {
			this._single.checkOption = "default_option";
		}
		localCheckOption() {
			this._single.checkOption = "local";
		}
		cascadedCheckOption() {
			this._single.checkOption = "cascaded";
		}
	};
	module.exports = ViewBuilder_MySQL;
}));
var require_mysql = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const defer = require_defer();
	const map = require_map();
	const uniqueId = require_uniqueId();
	const { promisify } = __require("util");
	const Client = require_client();
	const Transaction = require_transaction$4();
	const QueryBuilder = require_mysql_querybuilder();
	const QueryCompiler = require_mysql_querycompiler();
	const SchemaCompiler = require_mysql_compiler();
	const TableCompiler = require_mysql_tablecompiler();
	const ColumnCompiler = require_mysql_columncompiler();
	const { makeEscape } = require_string();
	const ViewCompiler = require_mysql_viewcompiler();
	const ViewBuilder = require_mysql_viewbuilder();
	var Client_MySQL = class extends Client {
		_driver() {
			return __require("mysql");
		}
		queryBuilder() {
			return new QueryBuilder(this);
		}
		queryCompiler(builder, formatter) {
			return new QueryCompiler(this, builder, formatter);
		}
		schemaCompiler() {
			return new SchemaCompiler(this, ...arguments);
		}
		tableCompiler() {
			return new TableCompiler(this, ...arguments);
		}
		viewCompiler() {
			return new ViewCompiler(this, ...arguments);
		}
		viewBuilder() {
			return new ViewBuilder(this, ...arguments);
		}
		columnCompiler() {
			return new ColumnCompiler(this, ...arguments);
		}
		transaction() {
			return new Transaction(this, ...arguments);
		}
		wrapIdentifierImpl(value) {
			return value !== "*" ? `\`${value.replace(/`/g, "``")}\`` : "*";
		}
		acquireRawConnection() {
			return new Promise((resolver, rejecter) => {
				const connection = this.driver.createConnection(this.connectionSettings);
				connection.on("error", (err) => {
					connection.__knex__disposed = err;
				});
				connection.connect(async (err) => {
					if (err) {
						connection.removeAllListeners();
						return rejecter(err);
					}
					try {
						await this.checkVersion(connection);
					} catch (versionError) {
						const suffix = versionError?.message ? ` (${versionError.message})` : "";
						this.logger.warn(`Knex: Unable to detect MySQL/MariaDB version${suffix}. Assuming latest version.`);
					}
					resolver(connection);
				});
			});
		}
		async destroyRawConnection(connection) {
			try {
				return await promisify((cb) => connection.end(cb))();
			} catch (err) {
				connection.__knex__disposed = err;
			} finally {
				defer(() => connection.removeAllListeners());
			}
		}
		validateConnection(connection) {
			return connection.state === "connected" || connection.state === "authenticated";
		}
		/**
		* @param {import('mysql').Pool | import('mysql2').Pool} nativePool
		*/
		wrapNativePool(nativePool) {
			return {
				acquire() {
					return { promise: new Promise((resolve, reject) => {
						nativePool.getConnection((err, connection) => {
							if (err) return reject(err);
							connection.__knexUid = uniqueId("__knexUid");
							resolve(connection);
						});
					}) };
				},
				/**
				* @param {import('mysql').Connection | import('mysql2').Connection} connection
				*/
				release(connection) {
					if (connection.__knex__disposed) {
						if (typeof connection.destroy === "function") connection.destroy();
						return true;
					}
					if (typeof connection.release === "function") {
						connection.release();
						return true;
					}
					return false;
				},
				destroy() {
					return Promise.resolve();
				}
			};
		}
		_stream(connection, obj, stream, options) {
			if (!obj.sql) throw new Error("The query is empty");
			options = options || {};
			const queryOptions = Object.assign({ sql: obj.sql }, obj.options);
			return new Promise((resolver, rejecter) => {
				stream.on("error", rejecter);
				stream.on("end", resolver);
				const queryStream = connection.query(queryOptions, obj.bindings).stream(options);
				queryStream.on("error", (err) => {
					rejecter(err);
					stream.emit("error", err);
				});
				queryStream.pipe(stream);
			});
		}
		_query(connection, obj) {
			if (!obj || typeof obj === "string") obj = { sql: obj };
			if (!obj.sql) throw new Error("The query is empty");
			return new Promise(function(resolver, rejecter) {
				if (!obj.sql) {
					resolver();
					return;
				}
				const queryOptions = Object.assign({ sql: obj.sql }, obj.options);
				connection.query(queryOptions, obj.bindings, function(err, rows, fields) {
					if (err) return rejecter(err);
					obj.response = [rows, fields];
					resolver(obj);
				});
			});
		}
		processResponse(obj, runner) {
			if (obj == null) return;
			const { response } = obj;
			const { method } = obj;
			const rows = response[0];
			const fields = response[1];
			if (obj.output) return obj.output.call(runner, rows, fields);
			switch (method) {
				case "select": return rows;
				case "first": return rows[0];
				case "pluck": return map(rows, obj.pluck);
				case "insert": return [rows.insertId];
				case "del":
				case "update":
				case "counter": return rows.affectedRows;
				default: return response;
			}
		}
		async cancelQuery(connectionToKill) {
			const conn = await this.acquireRawConnection();
			try {
				return await this._wrappedCancelQueryCall(conn, connectionToKill);
			} finally {
				await this.destroyRawConnection(conn);
				if (conn.__knex__disposed) this.logger.warn(`Connection Error: ${conn.__knex__disposed}`);
			}
		}
		_wrappedCancelQueryCall(conn, connectionToKill) {
			return this._query(conn, {
				sql: "KILL QUERY ?",
				bindings: [connectionToKill.threadId],
				options: {}
			});
		}
		async checkVersion(connection) {
			if (this._versionCheckPromise) return this._versionCheckPromise;
			this._versionCheckPromise = (async () => {
				if (this.version) return this._resolveConfiguredVersion(this.version);
				try {
					const rawVersion = (await promisify(connection.query).bind(connection)("select version() as version"))?.[0]?.version;
					if (!rawVersion) return this._assumeLatestVersion({ reason: "Unable to retrieve MySQL/MariaDB version from server" });
					return this._applyParsedVersion(rawVersion, { source: "server" });
				} catch (err) {
					return this._assumeLatestVersion({
						reason: "Unable to retrieve MySQL/MariaDB version from server",
						error: err
					});
				}
			})();
			return this._versionCheckPromise;
		}
		_resolveConfiguredVersion(versionString) {
			if (this._isLatestVersionString(versionString)) return this._assumeLatestVersion({
				reason: "MySQL/MariaDB version set to latest in configuration",
				skipWarning: true
			});
			return this._applyParsedVersion(versionString, { source: "config" });
		}
		_applyParsedVersion(versionString, { source }) {
			const { version, isMariaDB } = this._parseVersion(versionString);
			if (typeof isMariaDB !== "undefined") this.isMariaDB = isMariaDB;
			if (!version) {
				const reason = source === "config" ? `Invalid MySQL/MariaDB version "${versionString}" in configuration` : `Unable to parse MySQL/MariaDB version string "${versionString}"`;
				return this._assumeLatestVersion({ reason });
			}
			if (!this.version || source === "server") this.version = version;
			return this.version;
		}
		_assumeLatestVersion({ reason, error, skipWarning } = {}) {
			if (!skipWarning) {
				const suffix = error && error.message ? ` (${error.message})` : "";
				this.logger.warn(`Knex: ${reason}${suffix}. Assuming latest version.`);
			}
			this.version = null;
			return this.version;
		}
		_isLatestVersionString(versionString) {
			return typeof versionString === "string" && versionString.toLowerCase() === "latest";
		}
		_parseVersion(versionString) {
			const isMariaDB = /mariadb/i.test(versionString);
			let versionMatch;
			if (isMariaDB) {
				const mariaMatch = versionString.match(/(\d+\.\d+\.\d+)(?=[^\d]*mariadb)/i) || versionString.match(/(\d+\.\d+\.\d+)/);
				versionMatch = mariaMatch && mariaMatch[1];
			} else {
				const mysqlMatch = versionString.match(/(\d+\.\d+\.\d+)/);
				versionMatch = mysqlMatch && mysqlMatch[1];
			}
			return {
				version: versionMatch || null,
				isMariaDB
			};
		}
	};
	Object.assign(Client_MySQL.prototype, {
		dialect: "mysql",
		driverName: "mysql",
		_escapeBinding: makeEscape(),
		canCancelQuery: true
	});
	module.exports = Client_MySQL;
}));
var require_transaction$3 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Transaction = require_transaction$6();
	const debug = require_src()("knex:tx");
	var Transaction_MariaDB = class extends Transaction {
		query(conn, sql, status, value) {
			const t = this;
			const q = this.trxClient.query(conn, sql).catch((err) => {
				if (err.code === "ER_SP_DOES_NOT_EXIST") {
					this.trxClient.logger.warn("Transaction was implicitly committed, do not mix transactions and DDL with MySQL (#805)");
					return;
				}
				status = 2;
				value = err;
				t._completed = true;
				debug("%s error running transaction query", t.txid);
			}).then(function(res) {
				if (status === 1) t._resolver(value);
				if (status === 2) {
					if (value === void 0) {
						if (t.doNotRejectOnRollback && /^ROLLBACK\b/i.test(sql)) {
							t._resolver();
							return;
						}
						value = /* @__PURE__ */ new Error(`Transaction rejected with non-error: ${value}`);
					}
					t._rejecter(value);
					return res;
				}
			});
			if (status === 1 || status === 2) t._completed = true;
			return q;
		}
	};
	module.exports = Transaction_MariaDB;
}));
var require_mariadb_querycompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const QueryCompiler_MySQL = require_mysql_querycompiler();
	const { wrap: wrap_ } = require_wrappingFormatter();
	var QueryCompiler_MariaDB = class extends QueryCompiler_MySQL {
		onJsonPathEquals(clause) {
			const extract = (column, path) => `json_unquote(json_extract(${wrap_(column, void 0, this.builder, this.client, this.bindingsHolder)}, ${this.client.parameter(path, this.builder, this.bindingsHolder)}))`;
			return `${extract(clause.columnFirst, clause.jsonPathFirst)} = ${extract(clause.columnSecond, clause.jsonPathSecond)}`;
		}
		insert() {
			const sql = super.insert();
			if (sql === "") return sql;
			const { returning } = this.single;
			if (returning && this._supportsReturning("insert")) return {
				sql: sql + this._returning(returning),
				returning
			};
			return sql;
		}
		update() {
			const sql = super.update();
			if (sql === "") return sql;
			const { returning } = this.single;
			if (returning && this._supportsReturning("update")) return {
				sql: sql + this._returning(returning),
				returning
			};
			return sql;
		}
		del() {
			const sql = super.del();
			if (sql === "") return sql;
			const { returning } = this.single;
			if (returning && this._supportsReturning("del")) return {
				sql: sql + this._returning(returning),
				returning
			};
			return sql;
		}
		_returning(value) {
			return value ? ` returning ${this.formatter.columnize(value)}` : "";
		}
		_supportsReturning(method) {
			const version = parseFloat(this.client.version) ?? 13;
			if (version < 10.5) return false;
			if (method === "update") return version >= 13 && (this.grouped.join || []).length === 0;
			if (method === "del") return (this.grouped.join || []).length === 0;
			return true;
		}
		_returningCheck() {
			const { returning } = this.single;
			if (!returning || this._supportsReturning(this.method)) return;
			let reason;
			const hasJoin = (this.grouped.join || []).length;
			if (this.method === "update") reason = (this.grouped.join || []).length ? "multi-table update statements" : "mariadb versions older than 13.0";
			else if (this.method === "del" && hasJoin) reason = "multi-table delete statements";
			else reason = "mariadb versions older than 10.5";
			this.client.logger.warn(`.returning() is not supported for ${reason} and will not have any effect.`);
		}
	};
	module.exports = QueryCompiler_MariaDB;
}));
var require_mariadb_columncompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ColumnCompiler_MySQL = require_mysql_columncompiler();
	var ColumnCompiler_MariaDB = class extends ColumnCompiler_MySQL {
		_check(checkPredicate, constraintName) {
			if (constraintName && this.columnBuilder._method !== "alter") {
				this._pushAlterCheckQuery(checkPredicate, constraintName);
				return "";
			}
			return super._check(checkPredicate, constraintName);
		}
	};
	module.exports = ColumnCompiler_MariaDB;
}));
var require_mariadb = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Client_MySQL = require_mysql();
	const Transaction = require_transaction$3();
	const QueryCompiler = require_mariadb_querycompiler();
	const ColumnCompiler = require_mariadb_columncompiler();
	var Client_MariaDB = class extends Client_MySQL {
		transaction() {
			return new Transaction(this, ...arguments);
		}
		queryCompiler(builder, formatter) {
			return new QueryCompiler(this, builder, formatter);
		}
		columnCompiler() {
			return new ColumnCompiler(this, ...arguments);
		}
		_driver() {
			return __require("mariadb/callback");
		}
		processResponse(obj, runner) {
			if (obj == null) return;
			if (obj.returning) {
				const rows = obj.response[0];
				const fields = obj.response[1];
				if (obj.output) return obj.output.call(runner, rows, fields);
				return rows;
			}
			return super.processResponse(obj, runner);
		}
		validateConnection(connection) {
			if (typeof connection.isValid === "function") return connection.isValid();
			return connection && !connection._fatalError && !connection._protocolError && !connection._closing;
		}
	};
	Object.assign(Client_MariaDB.prototype, { driverName: "mariadb" });
	module.exports = Client_MariaDB;
}));
var require_transaction$2 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Transaction = require_transaction$6();
	const debug = require_src()("knex:tx");
	var Transaction_MySQL2 = class extends Transaction {
		query(conn, sql, status, value) {
			const t = this;
			const q = this.trxClient.query(conn, sql).catch((err) => {
				if (err.code === "ER_SP_DOES_NOT_EXIST") {
					this.trxClient.logger.warn("Transaction was implicitly committed, do not mix transactions and DDL with MySQL (#805)");
					return;
				}
				status = 2;
				value = err;
				t._completed = true;
				debug("%s error running transaction query", t.txid);
			}).then(function(res) {
				if (status === 1) t._resolver(value);
				if (status === 2) {
					if (value === void 0) {
						if (t.doNotRejectOnRollback && /^ROLLBACK\b/i.test(sql)) {
							t._resolver();
							return;
						}
						value = /* @__PURE__ */ new Error(`Transaction rejected with non-error: ${value}`);
					}
					t._rejecter(value);
					return res;
				}
			});
			if (status === 1 || status === 2) t._completed = true;
			return q;
		}
	};
	module.exports = Transaction_MySQL2;
}));
var require_mysql2 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Client_MySQL = require_mysql();
	const Transaction = require_transaction$2();
	var Client_MySQL2 = class extends Client_MySQL {
		transaction() {
			return new Transaction(this, ...arguments);
		}
		_driver() {
			return __require("mysql2");
		}
		initializeDriver() {
			try {
				this.driver = this._driver();
			} catch (e) {
				let message = `Knex: run\n$ npm install ${this.driverName}`;
				if (process.version.replace(/^v/, "").split(".")[0] <= 12) {
					message += `@3.2.0`;
					this.logger.error("Mysql2 version 3.2.0 is the latest version to support Node.js 12 or lower.");
				}
				message += ` --save`;
				this.logger.error(`${message}\n${e.message}\n${e.stack}`);
				throw new Error(`${message}\n${e.message}`);
			}
		}
		wrapNativePool(nativePool) {
			const callbackPool = nativePool.pool || nativePool;
			return super.wrapNativePool(callbackPool);
		}
		validateConnection(connection) {
			return connection && !connection._fatalError && !connection._protocolError && !connection._closing && !connection.stream.destroyed;
		}
	};
	Object.assign(Client_MySQL2.prototype, { driverName: "mysql2" });
	module.exports = Client_MySQL2;
}));
var require_utils$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var NameHelper = class {
		constructor(oracleVersion) {
			this.oracleVersion = oracleVersion;
			const versionParts = oracleVersion.split(".").map((versionPart) => parseInt(versionPart));
			if (versionParts[0] > 12 || versionParts[0] === 12 && versionParts[1] >= 2) this.limit = 128;
			else this.limit = 30;
		}
		generateCombinedName(logger, postfix, name, subNames) {
			const crypto = __require("crypto");
			if (!Array.isArray(subNames)) subNames = subNames ? [subNames] : [];
			const table = name.replace(/\.|-/g, "_");
			const subNamesPart = subNames.join("_");
			let result = `${table}_${subNamesPart.length ? subNamesPart + "_" : ""}${postfix}`.toLowerCase();
			if (result.length > this.limit) {
				logger.warn(`Automatically generated name "${result}" exceeds ${this.limit} character limit for Oracle Database ${this.oracleVersion}. Using base64 encoded sha1 of that name instead.`);
				result = crypto.createHash("sha1").update(result).digest("base64").replace("=", "");
			}
			return result;
		}
	};
	function wrapSqlWithCatch(sql, errorNumberToCatch) {
		return `begin execute immediate '${sql.replace(/'/g, "''")}'; exception when others then if sqlcode != ${errorNumberToCatch} then raise; end if; end;`;
	}
	function ReturningHelper(columnName) {
		this.columnName = columnName;
	}
	ReturningHelper.prototype.toString = function() {
		return `[object ReturningHelper:${this.columnName}]`;
	};
	function isConnectionError(err) {
		return [
			"DPI-1010",
			"DPI-1080",
			"ORA-03114",
			"ORA-03113",
			"ORA-03135",
			"ORA-12514",
			"ORA-00022",
			"ORA-00028",
			"ORA-00031",
			"ORA-00045",
			"ORA-00378",
			"ORA-00602",
			"ORA-00603",
			"ORA-00609",
			"ORA-01012",
			"ORA-01041",
			"ORA-01043",
			"ORA-01089",
			"ORA-01092",
			"ORA-02396",
			"ORA-03122",
			"ORA-12153",
			"ORA-12537",
			"ORA-12547",
			"ORA-12570",
			"ORA-12583",
			"ORA-27146",
			"ORA-28511",
			"ORA-56600",
			"NJS-024",
			"NJS-003",
			"NJS-500"
		].some(function(prefix) {
			return err.message.indexOf(prefix) === 0;
		});
	}
	module.exports = {
		NameHelper,
		isConnectionError,
		wrapSqlWithCatch,
		ReturningHelper
	};
}));
var require_trigger = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { NameHelper } = require_utils$1();
	var Trigger = class {
		constructor(oracleVersion) {
			this.nameHelper = new NameHelper(oracleVersion);
		}
		renameColumnTrigger(logger, tableName, columnName, to) {
			const triggerName = this.nameHelper.generateCombinedName(logger, "autoinc_trg", tableName);
			return `DECLARE PK_NAME VARCHAR(200); IS_AUTOINC NUMBER := 0; BEGIN  EXECUTE IMMEDIATE ('ALTER TABLE "${tableName}" RENAME COLUMN "${columnName}" TO "${to}"');  SELECT COUNT(*) INTO IS_AUTOINC from "USER_TRIGGERS" where trigger_name = '${triggerName}';  IF (IS_AUTOINC > 0) THEN    SELECT cols.column_name INTO PK_NAME    FROM all_constraints cons, all_cons_columns cols    WHERE cons.constraint_type = 'P'    AND cons.constraint_name = cols.constraint_name    AND cons.owner = cols.owner    AND cols.table_name = '${tableName}';    IF ('${to}' = PK_NAME) THEN      EXECUTE IMMEDIATE ('DROP TRIGGER "${triggerName}"');      EXECUTE IMMEDIATE ('create or replace trigger "${triggerName}"      BEFORE INSERT on "${tableName}" for each row        declare        checking number := 1;        begin          if (:new."${to}" is null) then            while checking >= 1 loop              select "${this.nameHelper.generateCombinedName(logger, "seq", tableName)}".nextval into :new."${to}" from dual;              select count("${to}") into checking from "${tableName}"              where "${to}" = :new."${to}";            end loop;          end if;        end;');    end if;  end if;END;`;
		}
		createAutoIncrementTrigger(logger, tableName, schemaName) {
			const tableQuoted = `"${tableName}"`;
			const tableUnquoted = tableName;
			const schemaQuoted = schemaName ? `"${schemaName}".` : "";
			const constraintOwner = schemaName ? `'${schemaName}'` : "cols.owner";
			const triggerName = this.nameHelper.generateCombinedName(logger, "autoinc_trg", tableName);
			const sequenceNameQuoted = `"${this.nameHelper.generateCombinedName(logger, "seq", tableName)}"`;
			return `DECLARE PK_NAME VARCHAR(200); BEGIN  EXECUTE IMMEDIATE ('CREATE SEQUENCE ${schemaQuoted}${sequenceNameQuoted}');  SELECT cols.column_name INTO PK_NAME  FROM all_constraints cons, all_cons_columns cols  WHERE cons.constraint_type = 'P'  AND cons.constraint_name = cols.constraint_name  AND cons.owner = ${constraintOwner}  AND cols.table_name = '${tableUnquoted}';  execute immediate ('create or replace trigger ${schemaQuoted}"${triggerName}"  BEFORE INSERT on ${schemaQuoted}${tableQuoted}  for each row  declare  checking number := 1;  begin    if (:new."' || PK_NAME || '" is null) then      while checking >= 1 loop        select ${schemaQuoted}${sequenceNameQuoted}.nextval into :new."' || PK_NAME || '" from dual;        select count("' || PK_NAME || '") into checking from ${schemaQuoted}${tableQuoted}        where "' || PK_NAME || '" = :new."' || PK_NAME || '";      end loop;    end if;  end;'); END;`;
		}
		renameTableAndAutoIncrementTrigger(logger, tableName, to) {
			const triggerName = this.nameHelper.generateCombinedName(logger, "autoinc_trg", tableName);
			const sequenceName = this.nameHelper.generateCombinedName(logger, "seq", tableName);
			const toTriggerName = this.nameHelper.generateCombinedName(logger, "autoinc_trg", to);
			const toSequenceName = this.nameHelper.generateCombinedName(logger, "seq", to);
			return `DECLARE PK_NAME VARCHAR(200); IS_AUTOINC NUMBER := 0; BEGIN  EXECUTE IMMEDIATE ('RENAME "${tableName}" TO "${to}"');  SELECT COUNT(*) INTO IS_AUTOINC from "USER_TRIGGERS" where trigger_name = '${triggerName}';  IF (IS_AUTOINC > 0) THEN    EXECUTE IMMEDIATE ('DROP TRIGGER "${triggerName}"');    EXECUTE IMMEDIATE ('RENAME "${sequenceName}" TO "${toSequenceName}"');    SELECT cols.column_name INTO PK_NAME    FROM all_constraints cons, all_cons_columns cols    WHERE cons.constraint_type = 'P'    AND cons.constraint_name = cols.constraint_name    AND cons.owner = cols.owner    AND cols.table_name = '${to}';    EXECUTE IMMEDIATE ('create or replace trigger "${toTriggerName}"    BEFORE INSERT on "${to}" for each row      declare      checking number := 1;      begin        if (:new."' || PK_NAME || '" is null) then          while checking >= 1 loop            select "${toSequenceName}".nextval into :new."' || PK_NAME || '" from dual;            select count("' || PK_NAME || '") into checking from "${to}"            where "' || PK_NAME || '" = :new."' || PK_NAME || '";          end loop;        end if;      end;');  end if;END;`;
		}
	};
	module.exports = Trigger;
}));
var require_oracle_compiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SchemaCompiler = require_compiler$1();
	const utils = require_utils$1();
	const Trigger = require_trigger();
	var SchemaCompiler_Oracle = class extends SchemaCompiler {
		constructor() {
			super(...arguments);
		}
		renameTable(tableName, to) {
			const renameTable = new Trigger(this.client.version).renameTableAndAutoIncrementTrigger(this.client.logger, tableName, to);
			this.pushQuery(renameTable);
		}
		hasTable(tableName) {
			this.pushQuery({
				sql: "select TABLE_NAME from USER_TABLES where TABLE_NAME = " + this.client.parameter(tableName, this.builder, this.bindingsHolder),
				output(resp) {
					return resp.length > 0;
				}
			});
		}
		hasColumn(tableName, column) {
			const sql = `select COLUMN_NAME from ALL_TAB_COLUMNS where TABLE_NAME = ${this.client.parameter(tableName, this.builder, this.bindingsHolder)} and COLUMN_NAME = ${this.client.parameter(column, this.builder, this.bindingsHolder)}`;
			this.pushQuery({
				sql,
				output: (resp) => resp.length > 0
			});
		}
		dropSequenceIfExists(sequenceName) {
			const prefix = this.schema ? `"${this.schema}".` : "";
			this.pushQuery(utils.wrapSqlWithCatch(`drop sequence ${prefix}${this.formatter.wrap(sequenceName)}`, -2289));
		}
		_dropRelatedSequenceIfExists(tableName) {
			const sequenceName = new utils.NameHelper(this.client.version).generateCombinedName(this.client.logger, "seq", tableName);
			this.dropSequenceIfExists(sequenceName);
		}
		dropTable(tableName) {
			const prefix = this.schema ? `"${this.schema}".` : "";
			this.pushQuery(`drop table ${prefix}${this.formatter.wrap(tableName)}`);
			this._dropRelatedSequenceIfExists(tableName);
		}
		dropTableIfExists(tableName) {
			this.dropObject(tableName, "table");
		}
		dropViewIfExists(viewName) {
			this.dropObject(viewName, "view");
		}
		dropObject(objectName, type) {
			const prefix = this.schema ? `"${this.schema}".` : "";
			let errorCode = -942;
			if (type === "materialized view") errorCode = -12003;
			this.pushQuery(utils.wrapSqlWithCatch(`drop ${type} ${prefix}${this.formatter.wrap(objectName)}`, errorCode));
			this._dropRelatedSequenceIfExists(objectName);
		}
		refreshMaterializedView(viewName) {
			return this.pushQuery({ sql: `BEGIN DBMS_MVIEW.REFRESH('${this.schemaNameRaw ? this.schemaNameRaw + "." : ""}${viewName}'); END;` });
		}
		dropMaterializedView(viewName) {
			this._dropView(viewName, false, true);
		}
		dropMaterializedViewIfExists(viewName) {
			this.dropObject(viewName, "materialized view");
		}
	};
	module.exports = SchemaCompiler_Oracle;
}));
var require_oracle_columnbuilder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ColumnBuilder = require_columnbuilder();
	const toArray = require_toArray();
	var ColumnBuilder_Oracle = class extends ColumnBuilder {
		constructor() {
			super(...arguments);
		}
		checkIn() {
			this._modifiers.checkIn = toArray(arguments);
			return this;
		}
	};
	module.exports = ColumnBuilder_Oracle;
}));
var require_noop = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* This method returns `undefined`.
	*
	* @static
	* @memberOf _
	* @since 2.3.0
	* @category Util
	* @example
	*
	* _.times(2, _.noop);
	* // => [undefined, undefined]
	*/
	function noop() {}
	module.exports = noop;
}));
var require__createSet = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var Set = require__Set();
	var noop = require_noop();
	var setToArray = require__setToArray();
	module.exports = !(Set && 1 / setToArray(new Set([, -0]))[1] == 1 / 0) ? noop : function(values) {
		return new Set(values);
	};
}));
var require__baseUniq = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var SetCache = require__SetCache();
	var arrayIncludes = require__arrayIncludes();
	var arrayIncludesWith = require__arrayIncludesWith();
	var cacheHas = require__cacheHas();
	var createSet = require__createSet();
	var setToArray = require__setToArray();
	/** Used as the size to enable large array optimizations. */
	var LARGE_ARRAY_SIZE = 200;
	/**
	* The base implementation of `_.uniqBy` without support for iteratee shorthands.
	*
	* @private
	* @param {Array} array The array to inspect.
	* @param {Function} [iteratee] The iteratee invoked per element.
	* @param {Function} [comparator] The comparator invoked per element.
	* @returns {Array} Returns the new duplicate free array.
	*/
	function baseUniq(array, iteratee, comparator) {
		var index = -1, includes = arrayIncludes, length = array.length, isCommon = true, result = [], seen = result;
		if (comparator) {
			isCommon = false;
			includes = arrayIncludesWith;
		} else if (length >= LARGE_ARRAY_SIZE) {
			var set = iteratee ? null : createSet(array);
			if (set) return setToArray(set);
			isCommon = false;
			includes = cacheHas;
			seen = new SetCache();
		} else seen = iteratee ? [] : result;
		outer: while (++index < length) {
			var value = array[index], computed = iteratee ? iteratee(value) : value;
			value = comparator || value !== 0 ? value : 0;
			if (isCommon && computed === computed) {
				var seenIndex = seen.length;
				while (seenIndex--) if (seen[seenIndex] === computed) continue outer;
				if (iteratee) seen.push(computed);
				result.push(value);
			} else if (!includes(seen, computed, comparator)) {
				if (seen !== result) seen.push(computed);
				result.push(value);
			}
		}
		return result;
	}
	module.exports = baseUniq;
}));
var require_uniq = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var baseUniq = require__baseUniq();
	/**
	* Creates a duplicate-free version of an array, using
	* [`SameValueZero`](http://ecma-international.org/ecma-262/7.0/#sec-samevaluezero)
	* for equality comparisons, in which only the first occurrence of each element
	* is kept. The order of result values is determined by the order they occur
	* in the array.
	*
	* @static
	* @memberOf _
	* @since 0.1.0
	* @category Array
	* @param {Array} array The array to inspect.
	* @returns {Array} Returns the new duplicate free array.
	* @example
	*
	* _.uniq([2, 1, 2]);
	* // => [2, 1]
	*/
	function uniq(array) {
		return array && array.length ? baseUniq(array) : [];
	}
	module.exports = uniq;
}));
var require_incrementUtils = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Trigger = require_trigger();
	function createAutoIncrementTriggerAndSequence(columnCompiler) {
		const trigger = new Trigger(columnCompiler.client.version);
		columnCompiler.pushAdditional(function() {
			const tableName = this.tableCompiler.tableNameRaw;
			const schemaName = this.tableCompiler.schemaNameRaw;
			const createTriggerSQL = trigger.createAutoIncrementTrigger(this.client.logger, tableName, schemaName);
			this.pushQuery(createTriggerSQL);
		});
	}
	module.exports = { createAutoIncrementTriggerAndSequence };
}));
var require_oracle_columncompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const uniq = require_uniq();
	const Raw = require_raw();
	const ColumnCompiler = require_columncompiler();
	const { createAutoIncrementTriggerAndSequence } = require_incrementUtils();
	const { toNumber } = require_helpers$1();
	var ColumnCompiler_Oracle = class extends ColumnCompiler {
		constructor() {
			super(...arguments);
			this.modifiers = [
				"defaultTo",
				"checkIn",
				"nullable",
				"comment"
			];
		}
		increments(options = { primaryKey: true }) {
			createAutoIncrementTriggerAndSequence(this);
			return "integer not null" + (this.tableCompiler._canBeAddPrimaryKey(options) ? " primary key" : "");
		}
		bigincrements(options = { primaryKey: true }) {
			createAutoIncrementTriggerAndSequence(this);
			return "number(20, 0) not null" + (this.tableCompiler._canBeAddPrimaryKey(options) ? " primary key" : "");
		}
		floating(precision) {
			const parsedPrecision = toNumber(precision, 0);
			return `float${parsedPrecision ? `(${parsedPrecision})` : ""}`;
		}
		double(precision, scale) {
			return `number(${toNumber(precision, 8)}, ${toNumber(scale, 2)})`;
		}
		decimal(precision, scale) {
			if (precision === null) return "decimal";
			return `decimal(${toNumber(precision, 8)}, ${toNumber(scale, 2)})`;
		}
		integer(length) {
			return length ? `number(${toNumber(length, 11)})` : "integer";
		}
		enu(allowed) {
			allowed = uniq(allowed);
			const maxLength = (allowed || []).reduce((maxLength, name) => Math.max(maxLength, String(name).length), 1);
			this.columnBuilder._modifiers.checkIn = [allowed];
			return `varchar2(${maxLength})`;
		}
		datetime(without) {
			return without ? "timestamp" : "timestamp with time zone";
		}
		timestamp(without) {
			return without ? "timestamp" : "timestamp with time zone";
		}
		bool() {
			this.columnBuilder._modifiers.checkIn = [[0, 1]];
			return "number(1, 0)";
		}
		varchar(length) {
			return `varchar2(${toNumber(length, 255)})`;
		}
		comment(comment) {
			const columnName = this.args[0] || this.defaults("columnName");
			this.pushAdditional(function() {
				this.pushQuery(`comment on column ${this.tableCompiler.tableName()}.` + this.formatter.wrap(columnName) + " is '" + (comment || "") + "'");
			}, comment);
		}
		checkIn(value) {
			if (value === void 0) return "";
			else if (value instanceof Raw) value = value.toQuery();
			else if (Array.isArray(value)) value = value.map((v) => `'${v}'`).join(", ");
			else value = `'${value}'`;
			return `check (${this.formatter.wrap(this.args[0])} in (${value}))`;
		}
	};
	ColumnCompiler_Oracle.prototype.tinyint = "smallint";
	ColumnCompiler_Oracle.prototype.smallint = "smallint";
	ColumnCompiler_Oracle.prototype.mediumint = "integer";
	ColumnCompiler_Oracle.prototype.biginteger = "number(20, 0)";
	ColumnCompiler_Oracle.prototype.text = "clob";
	ColumnCompiler_Oracle.prototype.time = "timestamp with time zone";
	ColumnCompiler_Oracle.prototype.bit = "clob";
	ColumnCompiler_Oracle.prototype.json = "clob";
	module.exports = ColumnCompiler_Oracle;
}));
var require_oracle_tablecompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const utils = require_utils$1();
	const TableCompiler = require_tablecompiler();
	const helpers = require_helpers$1();
	const Trigger = require_trigger();
	const { isObject } = require_is();
	var TableCompiler_Oracle = class extends TableCompiler {
		constructor() {
			super(...arguments);
		}
		addColumns(columns, prefix) {
			if (columns.sql.length > 0) {
				prefix = prefix || this.addColumnsPrefix;
				const columnSql = columns.sql;
				let sql = `${this.lowerCase ? "alter table " : "ALTER TABLE "}${this.tableName()} ${prefix}`;
				if (columns.sql.length > 1) sql += `(${columnSql.join(", ")})`;
				else sql += columnSql.join(", ");
				this.pushQuery({
					sql,
					bindings: columns.bindings
				});
			}
		}
		renameColumn(from, to) {
			const tableName = this.tableName().slice(1, -1);
			const trigger = new Trigger(this.client.version);
			return this.pushQuery(trigger.renameColumnTrigger(this.client.logger, tableName, from, to));
		}
		compileAdd(builder) {
			const table = this.formatter.wrap(builder);
			const columns = this.prefixArray("add column", this.getColumns(builder));
			return this.pushQuery({ sql: `alter table ${table} ${columns.join(", ")}` });
		}
		createQuery(columns, ifNot, like) {
			const columnsSql = like && this.tableNameLike() ? " as (select * from " + this.tableNameLike() + " where 0=1)" : " (" + columns.sql.join(", ") + this._addChecks() + ")";
			const sql = `create table ${this.tableName()}${columnsSql}`;
			this.pushQuery({
				sql: ifNot ? utils.wrapSqlWithCatch(sql, -955) : sql,
				bindings: columns.bindings
			});
			if (this.single.comment) this.comment(this.single.comment);
			if (like) this.addColumns(columns, this.addColumnsPrefix);
		}
		comment(comment) {
			this.pushQuery(`comment on table ${this.tableName()} is '${comment}'`);
		}
		dropColumn() {
			const columns = helpers.normalizeArr.apply(null, arguments);
			this.pushQuery(`alter table ${this.tableName()} drop (${this.formatter.columnize(columns)})`);
		}
		_indexCommand(type, tableName, columns) {
			const nameHelper = new utils.NameHelper(this.client.version);
			return this.formatter.wrap(nameHelper.generateCombinedName(this.client.logger, type, tableName, columns));
		}
		primary(columns, constraintName) {
			let deferrable;
			if (isObject(constraintName)) ({constraintName, deferrable} = constraintName);
			deferrable = deferrable ? ` deferrable initially ${deferrable}` : "";
			constraintName = constraintName ? this.formatter.wrap(constraintName) : this.formatter.wrap(`${this.tableNameRaw}_pkey`);
			const primaryCols = columns;
			let incrementsCols = [];
			if (this.grouped.columns) {
				incrementsCols = this._getIncrementsColumnNames();
				if (incrementsCols) incrementsCols.forEach((c) => {
					if (!primaryCols.includes(c)) primaryCols.unshift(c);
				});
			}
			this.pushQuery(`alter table ${this.tableName()} add constraint ${constraintName} primary key (${this.formatter.columnize(primaryCols)})${deferrable}`);
		}
		dropPrimary(constraintName) {
			constraintName = constraintName ? this.formatter.wrap(constraintName) : this.formatter.wrap(this.tableNameRaw + "_pkey");
			this.pushQuery(`alter table ${this.tableName()} drop constraint ${constraintName}`);
		}
		index(columns, indexName) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("index", this.tableNameRaw, columns);
			this.pushQuery(`create index ${indexName} on ${this.tableName()} (` + this.formatter.columnize(columns) + ")");
		}
		dropIndex(columns, indexName) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("index", this.tableNameRaw, columns);
			this.pushQuery(`drop index ${indexName}`);
		}
		unique(columns, indexName) {
			let deferrable;
			if (isObject(indexName)) ({indexName, deferrable} = indexName);
			deferrable = deferrable ? ` deferrable initially ${deferrable}` : "";
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("unique", this.tableNameRaw, columns);
			this.pushQuery(`alter table ${this.tableName()} add constraint ${indexName} unique (` + this.formatter.columnize(columns) + ")" + deferrable);
		}
		dropUnique(columns, indexName) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("unique", this.tableNameRaw, columns);
			this.pushQuery(`alter table ${this.tableName()} drop constraint ${indexName}`);
		}
		dropUniqueIfExists(columns, indexName) {
			throw new Error(".dropUniqueIfExists() is not supported by oracle");
		}
		dropForeign(columns, indexName) {
			indexName = indexName ? this.formatter.wrap(indexName) : this._indexCommand("foreign", this.tableNameRaw, columns);
			this.pushQuery(`alter table ${this.tableName()} drop constraint ${indexName}`);
		}
		dropForeignIfExists() {
			throw new Error(".dropForeignIfExists() is not supported by oracle");
		}
		dropPrimaryIfExists() {
			throw new Error(".dropPrimaryIfExists() is not supported by oracle");
		}
	};
	TableCompiler_Oracle.prototype.addColumnsPrefix = "add ";
	TableCompiler_Oracle.prototype.alterColumnsPrefix = "modify ";
	module.exports = TableCompiler_Oracle;
}));
var require_oracle = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { ReturningHelper } = require_utils$1();
	const { isConnectionError } = require_utils$1();
	const Client = require_client();
	const SchemaCompiler = require_oracle_compiler();
	const ColumnBuilder = require_oracle_columnbuilder();
	const ColumnCompiler = require_oracle_columncompiler();
	const TableCompiler = require_oracle_tablecompiler();
	var Client_Oracle = class extends Client {
		schemaCompiler() {
			return new SchemaCompiler(this, ...arguments);
		}
		columnBuilder() {
			return new ColumnBuilder(this, ...arguments);
		}
		columnCompiler() {
			return new ColumnCompiler(this, ...arguments);
		}
		tableCompiler() {
			return new TableCompiler(this, ...arguments);
		}
		database() {
			return this.connectionSettings.database;
		}
		positionBindings(sql) {
			let questionCount = 0;
			return sql.replace(/\?/g, function() {
				questionCount += 1;
				return `:${questionCount}`;
			});
		}
		_stream(connection, obj, stream, options) {
			if (!obj.sql) throw new Error("The query is empty");
			return new Promise(function(resolver, rejecter) {
				stream.on("error", (err) => {
					if (isConnectionError(err)) connection.__knex__disposed = err;
					rejecter(err);
				});
				stream.on("end", resolver);
				const queryStream = connection.queryStream(obj.sql, obj.bindings, options);
				queryStream.pipe(stream);
				queryStream.on("error", function(error) {
					rejecter(error);
					stream.emit("error", error);
				});
			});
		}
		alias(first, second) {
			return first + " " + second;
		}
		parameter(value, builder, formatter) {
			if (value instanceof ReturningHelper && this.driver) value = new this.driver.OutParam(this.driver.OCCISTRING);
			else if (typeof value === "boolean") value = value ? 1 : 0;
			return super.parameter(value, builder, formatter);
		}
	};
	Object.assign(Client_Oracle.prototype, {
		dialect: "oracle",
		driverName: "oracle"
	});
	module.exports = Client_Oracle;
}));
var require_oracle_querycompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compact = require_compact();
	const identity = require_identity();
	const isEmpty = require_isEmpty();
	const isPlainObject = require_isPlainObject();
	const reduce = require_reduce();
	const QueryCompiler = require_querycompiler();
	const { ReturningHelper } = require_utils$1();
	const { isString } = require_is();
	const components = [
		"comments",
		"columns",
		"join",
		"where",
		"union",
		"group",
		"having",
		"order",
		"lock"
	];
	var QueryCompiler_Oracle = class extends QueryCompiler {
		constructor(client, builder, formatter) {
			super(client, builder, formatter);
			const { onConflict } = this.single;
			if (onConflict) throw new Error(".onConflict() is not supported for oracledb.");
			this.first = this.select;
		}
		insert() {
			let insertValues = this.single.insert || [];
			let { returning } = this.single;
			if (!Array.isArray(insertValues) && isPlainObject(this.single.insert)) insertValues = [this.single.insert];
			if (returning && !Array.isArray(returning)) returning = [returning];
			if (Array.isArray(insertValues) && insertValues.length === 1 && isEmpty(insertValues[0])) return this._addReturningToSqlAndConvert(`insert into ${this.tableName} (${this.formatter.wrap(this.single.returning)}) values (default)`, returning, this.tableName);
			if (isEmpty(this.single.insert) && typeof this.single.insert !== "function") return "";
			const insertData = this._prepInsert(insertValues);
			const sql = {};
			if (isString(insertData)) return this._addReturningToSqlAndConvert(`insert into ${this.tableName} ${insertData}`, returning);
			if (insertData.values.length === 1) return this._addReturningToSqlAndConvert(`insert into ${this.tableName} (${this.formatter.columnize(insertData.columns)}) values (${this.client.parameterize(insertData.values[0], void 0, this.builder, this.bindingsHolder)})`, returning, this.tableName);
			const insertDefaultsOnly = insertData.columns.length === 0;
			sql.sql = "begin " + insertData.values.map((value) => {
				let returningHelper;
				const parameterizedValues = !insertDefaultsOnly ? this.client.parameterize(value, this.client.valueForUndefined, this.builder, this.bindingsHolder) : "";
				const returningValues = Array.isArray(returning) ? returning : [returning];
				let subSql = `insert into ${this.tableName} `;
				if (returning) {
					returningHelper = new ReturningHelper(returningValues.join(":"));
					sql.outParams = (sql.outParams || []).concat(returningHelper);
				}
				if (insertDefaultsOnly) subSql += `(${this.formatter.wrap(this.single.returning)}) values (default)`;
				else subSql += `(${this.formatter.columnize(insertData.columns)}) values (${parameterizedValues})`;
				subSql += returning ? ` returning ROWID into ${this.client.parameter(returningHelper, this.builder, this.bindingsHolder)}` : "";
				subSql = this.formatter.client.positionBindings(subSql);
				const parameterizedValuesWithoutDefault = parameterizedValues.replace("DEFAULT, ", "").replace(", DEFAULT", "");
				return `execute immediate '${subSql.replace(/'/g, "''")}` + (parameterizedValuesWithoutDefault || returning ? "' using " : "") + parameterizedValuesWithoutDefault + (parameterizedValuesWithoutDefault && returning ? ", " : "") + (returning ? "out ?" : "") + ";";
			}).join(" ") + "end;";
			if (returning) {
				sql.returning = returning;
				sql.returningSql = `select ${this.formatter.columnize(returning)} from ` + this.tableName + " where ROWID in (" + sql.outParams.map((v, i) => `:${i + 1}`).join(", ") + ") order by case ROWID " + sql.outParams.map((v, i) => `when CHARTOROWID(:${i + 1}) then ${i}`).join(" ") + " end";
			}
			return sql;
		}
		update() {
			const updates = this._prepUpdate(this.single.update);
			const where = this.where();
			let { returning } = this.single;
			const sql = `update ${this.tableName} set ` + updates.join(", ") + (where ? ` ${where}` : "");
			if (!returning) return sql;
			if (!Array.isArray(returning)) returning = [returning];
			return this._addReturningToSqlAndConvert(sql, returning, this.tableName);
		}
		truncate() {
			return `truncate table ${this.tableName}`;
		}
		forUpdate() {
			return "for update";
		}
		forShare() {
			this.client.logger.warn("lock for share is not supported by oracle dialect");
			return "";
		}
		columnInfo() {
			const column = this.single.columnInfo;
			return {
				sql: `select * from xmltable( '/ROWSET/ROW'
      passing dbms_xmlgen.getXMLType('
      select char_col_decl_length, column_name, data_type, data_default, nullable
      from all_tab_columns where table_name = ''${this.client.customWrapIdentifier(this.single.table, identity)}'' ')
      columns
      CHAR_COL_DECL_LENGTH number, COLUMN_NAME varchar2(200), DATA_TYPE varchar2(106),
      DATA_DEFAULT clob, NULLABLE varchar2(1))`,
				output(resp) {
					const out = reduce(resp, function(columns, val) {
						columns[val.COLUMN_NAME] = {
							type: val.DATA_TYPE,
							defaultValue: val.DATA_DEFAULT,
							maxLength: val.CHAR_COL_DECL_LENGTH,
							nullable: val.NULLABLE === "Y"
						};
						return columns;
					}, {});
					return column && out[column] || out;
				}
			};
		}
		select() {
			let query = this.with();
			const statements = components.map((component) => {
				return this[component]();
			});
			query += compact(statements).join(" ");
			return this._surroundQueryWithLimitAndOffset(query);
		}
		aggregate(stmt) {
			return this._aggregate(stmt, { aliasSeparator: " " });
		}
		_addReturningToSqlAndConvert(sql, returning, tableName) {
			const res = { sql };
			if (!returning) return res;
			const returningHelper = new ReturningHelper((Array.isArray(returning) ? returning : [returning]).join(":"));
			res.sql = sql + " returning ROWID into " + this.client.parameter(returningHelper, this.builder, this.bindingsHolder);
			res.returningSql = `select ${this.formatter.columnize(returning)} from ${tableName} where ROWID = :1`;
			res.outParams = [returningHelper];
			res.returning = returning;
			return res;
		}
		_surroundQueryWithLimitAndOffset(query) {
			let { limit } = this.single;
			const { offset } = this.single;
			const hasLimit = limit || limit === 0 || limit === "0";
			limit = +limit;
			if (!hasLimit && !offset) return query;
			query = query || "";
			if (hasLimit && !offset) return `select * from (${query}) where rownum <= ${this._getValueOrParameterFromAttribute("limit", limit)}`;
			const endRow = +offset + (hasLimit ? limit : 0x9184e72a000);
			return "select * from (select row_.*, ROWNUM rownum_ from (" + query + ") row_ where rownum <= " + (this.single.skipBinding["offset"] ? endRow : this.client.parameter(endRow, this.builder, this.bindingsHolder)) + ") where rownum_ > " + this._getValueOrParameterFromAttribute("offset", offset);
		}
	};
	module.exports = QueryCompiler_Oracle;
}));
var require_utils = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Utils = require_utils$1();
	const { promisify } = __require("util");
	const stream = __require("stream");
	function BlobHelper(columnName, value) {
		this.columnName = columnName;
		this.value = value;
		this.returning = false;
	}
	BlobHelper.prototype.toString = function() {
		return "[object BlobHelper:" + this.columnName + "]";
	};
	/**
	* @param stream
	* @param {'string' | 'buffer'} type
	*/
	function readStream(stream, type) {
		return new Promise((resolve, reject) => {
			let data = type === "string" ? "" : Buffer.alloc(0);
			stream.on("error", function(err) {
				reject(err);
			});
			stream.on("data", function(chunk) {
				if (type === "string") data += chunk;
				else data = Buffer.concat([data, chunk]);
			});
			stream.on("end", function() {
				resolve(data);
			});
		});
	}
	const lobProcessing = function(stream) {
		const oracledb = __require("oracledb");
		/**
		* @type 'string' | 'buffer'
		*/
		let type;
		if (stream.type) {
			if (stream.type === oracledb.BLOB) type = "buffer";
			else if (stream.type === oracledb.CLOB) type = "string";
		} else if (stream.iLob) {
			if (stream.iLob.type === oracledb.CLOB) type = "string";
			else if (stream.iLob.type === oracledb.BLOB) type = "buffer";
		} else throw new Error("Unrecognized oracledb lob stream type");
		if (type === "string") stream.setEncoding("utf-8");
		return readStream(stream, type);
	};
	function monkeyPatchConnection(connection, client) {
		if (connection.executeAsync) return;
		connection.commitAsync = function() {
			return new Promise((commitResolve, commitReject) => {
				this.commit(function(err) {
					if (err) return commitReject(err);
					commitResolve();
				});
			});
		};
		connection.rollbackAsync = function() {
			return new Promise((rollbackResolve, rollbackReject) => {
				this.rollback(function(err) {
					if (err) return rollbackReject(err);
					rollbackResolve();
				});
			});
		};
		const fetchAsync = promisify(function(sql, bindParams, options, cb) {
			options = options || {};
			options.outFormat = client.driver.OUT_FORMAT_OBJECT || client.driver.OBJECT;
			if (!options.outFormat) throw new Error("not found oracledb.outFormat constants");
			if (options.resultSet) connection.execute(sql, bindParams || [], options, function(err, result) {
				if (err) {
					if (Utils.isConnectionError(err)) {
						connection.close().catch(function(err) {});
						connection.__knex__disposed = err;
					}
					return cb(err);
				}
				const fetchResult = {
					rows: [],
					resultSet: result.resultSet
				};
				const numRows = 100;
				const fetchRowsFromRS = function(connection, resultSet, numRows) {
					resultSet.getRows(numRows, function(err, rows) {
						if (err) {
							if (Utils.isConnectionError(err)) {
								connection.close().catch(function(err) {});
								connection.__knex__disposed = err;
							}
							resultSet.close(function() {
								return cb(err);
							});
						} else if (rows.length === 0) return cb(null, fetchResult);
						else if (rows.length > 0) {
							if (rows.length === numRows) {
								fetchResult.rows = fetchResult.rows.concat(rows);
								fetchRowsFromRS(connection, resultSet, numRows);
							} else {
								fetchResult.rows = fetchResult.rows.concat(rows);
								return cb(null, fetchResult);
							}
						}
					});
				};
				fetchRowsFromRS(connection, result.resultSet, numRows);
			});
			else connection.execute(sql, bindParams || [], options, function(err, result) {
				if (err) {
					if (Utils.isConnectionError(err)) {
						connection.close().catch(function(err) {});
						connection.__knex__disposed = err;
					}
					return cb(err);
				}
				return cb(null, result);
			});
		});
		connection.executeAsync = function(sql, bindParams, options) {
			return fetchAsync(sql, bindParams, options).then(async (results) => {
				const closeResultSet = () => {
					return results.resultSet ? promisify(results.resultSet.close).call(results.resultSet) : Promise.resolve();
				};
				const lobs = [];
				if (results.rows) {
					if (Array.isArray(results.rows)) for (let i = 0; i < results.rows.length; i++) {
						const row = results.rows[i];
						for (const column in row) if (row[column] instanceof stream.Readable) lobs.push({
							index: i,
							key: column,
							stream: row[column]
						});
					}
				}
				try {
					for (const lob of lobs) results.rows[lob.index][lob.key] = await lobProcessing(lob.stream);
				} catch (e) {
					await closeResultSet().catch(() => {});
					throw e;
				}
				await closeResultSet();
				return results;
			});
		};
	}
	Utils.BlobHelper = BlobHelper;
	Utils.monkeyPatchConnection = monkeyPatchConnection;
	module.exports = Utils;
}));
var require_oracledb_querycompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const clone = require_clone();
	const each = require_each();
	const isEmpty = require_isEmpty();
	const isPlainObject = require_isPlainObject();
	const Oracle_Compiler = require_oracle_querycompiler();
	const ReturningHelper = require_utils().ReturningHelper;
	const BlobHelper = require_utils().BlobHelper;
	const { isString } = require_is();
	const { columnize: columnize_ } = require_wrappingFormatter();
	var Oracledb_Compiler = class extends Oracle_Compiler {
		insert() {
			const self = this;
			const outBindPrep = this._prepOutbindings(this.single.insert, this.single.returning);
			const outBinding = outBindPrep.outBinding;
			const returning = outBindPrep.returning;
			const insertValues = outBindPrep.values;
			if (Array.isArray(insertValues) && insertValues.length === 1 && isEmpty(insertValues[0])) {
				const returningFragment = this.single.returning ? " (" + this.formatter.wrap(this.single.returning) + ")" : "";
				return this._addReturningToSqlAndConvert("insert into " + this.tableName + returningFragment + " values (default)", outBinding[0], this.tableName, returning);
			}
			if (isEmpty(this.single.insert) && typeof this.single.insert !== "function") return "";
			const insertData = this._prepInsert(insertValues);
			const sql = {};
			if (isString(insertData)) return this._addReturningToSqlAndConvert("insert into " + this.tableName + " " + insertData, outBinding[0], this.tableName, returning);
			if (insertData.values.length === 1) return this._addReturningToSqlAndConvert("insert into " + this.tableName + " (" + this.formatter.columnize(insertData.columns) + ") values (" + this.client.parameterize(insertData.values[0], void 0, this.builder, this.bindingsHolder) + ")", outBinding[0], this.tableName, returning);
			const insertDefaultsOnly = insertData.columns.length === 0;
			sql.returning = returning;
			sql.sql = "begin " + insertData.values.map(function(value, index) {
				const parameterizedValues = !insertDefaultsOnly ? self.client.parameterize(value, self.client.valueForUndefined, self.builder, self.bindingsHolder) : "";
				let subSql = "insert into " + self.tableName;
				if (insertDefaultsOnly) subSql += " (" + self.formatter.wrap(self.single.returning) + ") values (default)";
				else subSql += " (" + self.formatter.columnize(insertData.columns) + ") values (" + parameterizedValues + ")";
				let returningClause = "";
				let intoClause = "";
				let usingClause = "";
				let outClause = "";
				each(value, function(val) {
					if (!(val instanceof BlobHelper)) usingClause += " ?,";
				});
				usingClause = usingClause.slice(0, -1);
				outBinding[index].forEach(function(ret) {
					const columnName = ret.columnName || ret;
					returningClause += self.formatter.wrap(columnName) + ",";
					intoClause += " ?,";
					outClause += " out ?,";
					if (ret instanceof BlobHelper) return self.formatter.bindings.push(ret);
					self.formatter.bindings.push(new ReturningHelper(columnName));
				});
				returningClause = returningClause.slice(0, -1);
				intoClause = intoClause.slice(0, -1);
				outClause = outClause.slice(0, -1);
				if (returningClause && intoClause) subSql += " returning " + returningClause + " into" + intoClause;
				subSql = self.formatter.client.positionBindings(subSql);
				const parameterizedValuesWithoutDefaultAndBlob = parameterizedValues.replace(/DEFAULT, /g, "").replace(/, DEFAULT/g, "").replace("EMPTY_BLOB(), ", "").replace(", EMPTY_BLOB()", "");
				return "execute immediate '" + subSql.replace(/'/g, "''") + (parameterizedValuesWithoutDefaultAndBlob || value ? "' using " : "") + parameterizedValuesWithoutDefaultAndBlob + (parameterizedValuesWithoutDefaultAndBlob && outClause ? "," : "") + outClause + ";";
			}).join(" ") + "end;";
			sql.outBinding = outBinding;
			if (returning[0] === "*") sql.returningSql = function() {
				return "select * from " + self.tableName + " where ROWID in (" + this.outBinding.map(function(v, i) {
					return ":" + (i + 1);
				}).join(", ") + ") order by case ROWID " + this.outBinding.map(function(v, i) {
					return "when CHARTOROWID(:" + (i + 1) + ") then " + i;
				}).join(" ") + " end";
			};
			return sql;
		}
		with() {
			const undoList = [];
			if (this.grouped.with) {
				for (const stmt of this.grouped.with) if (stmt.recursive) {
					undoList.push(stmt);
					stmt.recursive = false;
				}
			}
			const result = super.with();
			for (const stmt of undoList) stmt.recursive = true;
			return result;
		}
		_addReturningToSqlAndConvert(sql, outBinding, tableName, returning) {
			const self = this;
			const res = { sql };
			if (!outBinding) return res;
			const returningValues = Array.isArray(outBinding) ? outBinding : [outBinding];
			let returningClause = "";
			let intoClause = "";
			returningValues.forEach(function(ret) {
				const columnName = ret.columnName || ret;
				returningClause += self.formatter.wrap(columnName) + ",";
				intoClause += "?,";
				if (ret instanceof BlobHelper) return self.formatter.bindings.push(ret);
				self.formatter.bindings.push(new ReturningHelper(columnName));
			});
			res.sql = sql;
			returningClause = returningClause.slice(0, -1);
			intoClause = intoClause.slice(0, -1);
			if (returningClause && intoClause) res.sql += " returning " + returningClause + " into " + intoClause;
			res.outBinding = [outBinding];
			if (returning[0] === "*") res.returningSql = function() {
				return "select * from " + self.tableName + " where ROWID = :1";
			};
			res.returning = returning;
			return res;
		}
		_prepOutbindings(paramValues, paramReturning) {
			const result = {};
			let params = paramValues || [];
			let returning = paramReturning || [];
			if (!Array.isArray(params) && isPlainObject(paramValues)) params = [params];
			if (returning && !Array.isArray(returning)) returning = [returning];
			const outBinding = [];
			each(params, function(values, index) {
				if (returning[0] === "*") outBinding[index] = ["ROWID"];
				else outBinding[index] = clone(returning);
				each(values, function(value, key) {
					if (value instanceof Buffer) {
						values[key] = new BlobHelper(key, value);
						const blobIndex = outBinding[index].indexOf(key);
						if (blobIndex >= 0) {
							outBinding[index].splice(blobIndex, 1);
							values[key].returning = true;
						}
						outBinding[index].push(values[key]);
					}
					if (value === void 0) delete params[index][key];
				});
			});
			result.returning = returning;
			result.outBinding = outBinding;
			result.values = params;
			return result;
		}
		_groupOrder(item, type) {
			return super._groupOrderNulls(item, type);
		}
		update() {
			const self = this;
			const sql = {};
			const outBindPrep = this._prepOutbindings(this.single.update || this.single.counter, this.single.returning);
			const outBinding = outBindPrep.outBinding;
			const returning = outBindPrep.returning;
			const updates = this._prepUpdate(this.single.update);
			const where = this.where();
			let returningClause = "";
			let intoClause = "";
			if (isEmpty(updates) && typeof this.single.update !== "function") return "";
			outBinding.forEach(function(out) {
				out.forEach(function(ret) {
					const columnName = ret.columnName || ret;
					returningClause += self.formatter.wrap(columnName) + ",";
					intoClause += " ?,";
					if (ret instanceof BlobHelper) return self.formatter.bindings.push(ret);
					self.formatter.bindings.push(new ReturningHelper(columnName));
				});
			});
			returningClause = returningClause.slice(0, -1);
			intoClause = intoClause.slice(0, -1);
			sql.outBinding = outBinding;
			sql.returning = returning;
			sql.sql = "update " + this.tableName + " set " + updates.join(", ") + (where ? " " + where : "");
			if (outBinding.length && !isEmpty(outBinding[0])) sql.sql += " returning " + returningClause + " into" + intoClause;
			if (returning[0] === "*") sql.returningSql = function() {
				let sql = "select * from " + self.tableName;
				const modifiedRowsCount = this.rowsAffected.length || this.rowsAffected;
				let returningSqlIn = " where ROWID in (";
				let returningSqlOrderBy = ") order by case ROWID ";
				for (let i = 0; i < modifiedRowsCount; i++) if (this.returning[0] === "*") {
					returningSqlIn += ":" + (i + 1) + ", ";
					returningSqlOrderBy += "when CHARTOROWID(:" + (i + 1) + ") then " + i + " ";
				}
				if (this.returning[0] === "*") {
					this.returning = this.returning.slice(0, -1);
					returningSqlIn = returningSqlIn.slice(0, -2);
					returningSqlOrderBy = returningSqlOrderBy.slice(0, -1);
				}
				return sql += returningSqlIn + returningSqlOrderBy + " end";
			};
			return sql;
		}
		_jsonPathWrap(extraction) {
			return `'${extraction.path || extraction[1]}'`;
		}
		jsonExtract(params) {
			return this._jsonExtract(params.singleValue ? "json_value" : "json_query", params);
		}
		jsonSet(params) {
			return `json_transform(${columnize_(params.column, this.builder, this.client, this.bindingsHolder)}, set ${this.client.parameter(params.path, this.builder, this.bindingsHolder)} = ${this.client.parameter(params.value, this.builder, this.bindingsHolder)})`;
		}
		jsonInsert(params) {
			return `json_transform(${columnize_(params.column, this.builder, this.client, this.bindingsHolder)}, insert ${this.client.parameter(params.path, this.builder, this.bindingsHolder)} = ${this.client.parameter(params.value, this.builder, this.bindingsHolder)})`;
		}
		jsonRemove(params) {
			const jsonCol = `json_transform(${columnize_(params.column, this.builder, this.client, this.bindingsHolder)}, remove ${this.client.parameter(params.path, this.builder, this.bindingsHolder)})`;
			return params.alias ? this.client.alias(jsonCol, this.formatter.wrap(params.alias)) : jsonCol;
		}
		whereJsonPath(statement) {
			return this._whereJsonPath("json_value", statement);
		}
		whereJsonSupersetOf(statement) {
			throw new Error("Json superset where clause not actually supported by Oracle");
		}
		whereJsonSubsetOf(statement) {
			throw new Error("Json subset where clause not actually supported by Oracle");
		}
		onJsonPathEquals(clause) {
			return this._onJsonPathEquals("json_value", clause);
		}
	};
	module.exports = Oracledb_Compiler;
}));
var require_oracledb_tablecompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const TableCompiler_Oracle = require_oracle_tablecompiler();
	var TableCompiler_Oracledb = class extends TableCompiler_Oracle {
		constructor(client, tableBuilder) {
			super(client, tableBuilder);
		}
		_setNullableState(column, isNullable) {
			const nullability = isNullable ? "NULL" : "NOT NULL";
			const sql = `alter table ${this.tableName()} modify (${this.formatter.wrap(column)} ${nullability})`;
			return this.pushQuery({ sql });
		}
	};
	module.exports = TableCompiler_Oracledb;
}));
var require_oracledb_columncompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ColumnCompiler_Oracle = require_oracle_columncompiler();
	const { isObject } = require_is();
	var ColumnCompiler_Oracledb = class extends ColumnCompiler_Oracle {
		constructor() {
			super(...arguments);
			this.modifiers = [
				"defaultTo",
				"nullable",
				"comment",
				"checkJson"
			];
			this._addCheckModifiers();
		}
		datetime(withoutTz) {
			let useTz;
			if (isObject(withoutTz)) ({useTz} = withoutTz);
			else useTz = !withoutTz;
			return useTz ? "timestamp with local time zone" : "timestamp";
		}
		timestamp(withoutTz) {
			let useTz;
			if (isObject(withoutTz)) ({useTz} = withoutTz);
			else useTz = !withoutTz;
			return useTz ? "timestamp with local time zone" : "timestamp";
		}
		checkRegex(regex, constraintName) {
			return this._check(`REGEXP_LIKE(${this.formatter.wrap(this.getColumnName())},${this.client._escapeBinding(regex)})`, constraintName);
		}
		json() {
			this.columnBuilder._modifiers.checkJson = [this.formatter.columnize(this.getColumnName())];
			return "varchar2(4000)";
		}
		jsonb() {
			return this.json();
		}
		checkJson(column) {
			return `check (${column} is json)`;
		}
	};
	ColumnCompiler_Oracledb.prototype.time = "timestamp with local time zone";
	ColumnCompiler_Oracledb.prototype.uuid = ({ useBinaryUuid = false } = {}) => useBinaryUuid ? "raw(16)" : "char(36)";
	module.exports = ColumnCompiler_Oracledb;
}));
var require_oracledb_viewcompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ViewCompiler = require_viewcompiler();
	var ViewCompiler_Oracledb = class extends ViewCompiler {
		constructor(client, viewCompiler) {
			super(client, viewCompiler);
		}
		createOrReplace() {
			this.createQuery(this.columns, this.selectQuery, false, true);
		}
		createMaterializedView() {
			this.createQuery(this.columns, this.selectQuery, true);
		}
	};
	module.exports = ViewCompiler_Oracledb;
}));
var require_oracledb_viewbuilder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ViewBuilder = require_viewbuilder();
	var ViewBuilder_Oracledb = class extends ViewBuilder {
		constructor() {
			super(...arguments);
		}
		checkOption() {
			this._single.checkOption = "default_option";
		}
	};
	module.exports = ViewBuilder_Oracledb;
}));
var require_transaction$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Transaction = require_transaction$6();
	const { timeout, KnexTimeoutError } = require_timeout();
	const debugTx = require_src()("knex:tx");
	module.exports = class Oracle_Transaction extends Transaction {
		begin(conn) {
			if (this.isolationLevel) this.client.logger.warn("Transaction isolation is not currently supported for Oracle");
			return Promise.resolve();
		}
		async commit(conn, value) {
			this._completed = true;
			try {
				await conn.commitAsync();
				this._resolver(value);
			} catch (err) {
				this._rejecter(err);
			}
		}
		release(conn, value) {
			return this._resolver(value);
		}
		rollback(conn, err) {
			this._completed = true;
			debugTx("%s: rolling back", this.txid);
			return timeout(conn.rollbackAsync(), 5e3).catch((e) => {
				if (!(e instanceof KnexTimeoutError)) return Promise.reject(e);
				this._rejecter(e);
			}).then(() => {
				if (err === void 0) {
					if (this.doNotRejectOnRollback) {
						this._resolver();
						return;
					}
					err = /* @__PURE__ */ new Error(`Transaction rejected with non-error: ${err}`);
				}
				this._rejecter(err);
			});
		}
		savepoint(conn) {
			return this.query(conn, `SAVEPOINT ${this.txid}`);
		}
		async acquireConnection(config, cb) {
			const configConnection = config && config.connection;
			const connection = configConnection || await this.client.acquireConnection();
			try {
				connection.__knexTxId = this.txid;
				connection.isTransaction = true;
				return await cb(connection);
			} finally {
				debugTx("%s: releasing connection", this.txid);
				connection.isTransaction = false;
				try {
					await connection.commitAsync();
				} catch (err) {
					this._rejecter(err);
				} finally {
					if (!configConnection) await this.client.releaseConnection(connection);
					else debugTx("%s: not releasing external connection", this.txid);
				}
			}
		}
	};
}));
var require_oracledb = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const each = require_each();
	const flatten = require_flatten();
	const isEmpty = require_isEmpty();
	const map = require_map();
	const uniqueId = require_uniqueId();
	const Formatter = require_formatter();
	const QueryCompiler = require_oracledb_querycompiler();
	const TableCompiler = require_oracledb_tablecompiler();
	const ColumnCompiler = require_oracledb_columncompiler();
	const { BlobHelper, ReturningHelper, monkeyPatchConnection } = require_utils();
	const ViewCompiler = require_oracledb_viewcompiler();
	const ViewBuilder = require_oracledb_viewbuilder();
	const Transaction = require_transaction$1();
	const Client_Oracle = require_oracle();
	const { isString } = require_is();
	const { outputQuery, unwrapRaw } = require_wrappingFormatter();
	const { compileCallback } = require_formatterUtils();
	var Client_Oracledb = class extends Client_Oracle {
		constructor(config) {
			super(config);
			if (this.version) this.version = parseVersion(this.version);
			if (this.driver) {
				process.env.UV_THREADPOOL_SIZE = process.env.UV_THREADPOOL_SIZE || 1;
				process.env.UV_THREADPOOL_SIZE = parseInt(process.env.UV_THREADPOOL_SIZE) + this.driver.poolMax;
			}
		}
		_driver() {
			const client = this;
			const oracledb = __require("oracledb");
			client.fetchAsString = [];
			if (this.config.fetchAsString && Array.isArray(this.config.fetchAsString)) this.config.fetchAsString.forEach(function(type) {
				if (!isString(type)) return;
				type = type.toUpperCase();
				if (oracledb[type]) {
					if (type !== "NUMBER" && type !== "DATE" && type !== "CLOB" && type !== "BUFFER") this.logger.warn("Only \"date\", \"number\", \"clob\" and \"buffer\" are supported for fetchAsString");
					client.fetchAsString.push(oracledb[type]);
				}
			});
			return oracledb;
		}
		queryCompiler(builder, formatter) {
			return new QueryCompiler(this, builder, formatter);
		}
		tableCompiler() {
			return new TableCompiler(this, ...arguments);
		}
		columnCompiler() {
			return new ColumnCompiler(this, ...arguments);
		}
		viewBuilder() {
			return new ViewBuilder(this, ...arguments);
		}
		viewCompiler() {
			return new ViewCompiler(this, ...arguments);
		}
		formatter(builder) {
			return new Formatter(this, builder);
		}
		transaction() {
			return new Transaction(this, ...arguments);
		}
		prepBindings(bindings) {
			return map(bindings, (value) => {
				if (value instanceof BlobHelper && this.driver) return {
					type: this.driver.BLOB,
					dir: this.driver.BIND_OUT
				};
				else if (value instanceof ReturningHelper && this.driver) return {
					type: this.driver.STRING,
					dir: this.driver.BIND_OUT
				};
				else if (typeof value === "boolean") return value ? 1 : 0;
				return value;
			});
		}
		parameter(value, builder, formatter) {
			if (typeof value === "function") return outputQuery(compileCallback(value, void 0, this, formatter), true, builder, this);
			else if (value instanceof BlobHelper) {
				formatter.bindings.push(value.value);
				return "?";
			}
			return unwrapRaw(value, true, builder, this, formatter) || "?";
		}
		acquireRawConnection() {
			return new Promise((resolver, rejecter) => {
				const oracleDbConfig = this.connectionSettings.externalAuth ? { externalAuth: this.connectionSettings.externalAuth } : {
					user: this.connectionSettings.user,
					password: this.connectionSettings.password
				};
				oracleDbConfig.connectString = resolveConnectString(this.connectionSettings);
				if (this.connectionSettings.prefetchRowCount) oracleDbConfig.prefetchRows = this.connectionSettings.prefetchRowCount;
				if (this.connectionSettings.stmtCacheSize !== void 0) oracleDbConfig.stmtCacheSize = this.connectionSettings.stmtCacheSize;
				this.driver.fetchAsString = this.fetchAsString;
				this.driver.getConnection(oracleDbConfig, (err, connection) => {
					if (err) return rejecter(err);
					monkeyPatchConnection(connection, this);
					resolver(connection);
				});
			});
		}
		/**
		* @param {import('oracledb').Connection} connection
		*/
		destroyRawConnection(connection) {
			return connection.release({ drop: true });
		}
		/**
		* @param {import('oracledb').Pool} nativePool
		*/
		wrapNativePool(nativePool) {
			const client = this;
			return {
				acquire() {
					return { promise: nativePool.getConnection().then((connection) => {
						connection.__knexUid = uniqueId("__knexUid");
						monkeyPatchConnection(connection, client);
						return connection;
					}) };
				},
				/**
				* @param {import('oracledb').Connection} connection
				*/
				release(connection) {
					if (typeof connection.close === "function") {
						const opts = connection.__knex__disposed ? { drop: true } : {};
						connection.close(opts, (err) => {
							if (err) console.error(`Error closing oracle connection`, err);
						});
						return true;
					}
					return false;
				},
				destroy() {
					return Promise.resolve();
				}
			};
		}
		async acquireConnection() {
			const connection = await super.acquireConnection();
			this.checkVersion(connection);
			return connection;
		}
		checkVersion(connection) {
			if (this.version) return this.version;
			const detectedVersion = parseVersion(connection.oracleServerVersionString);
			if (!detectedVersion) throw new Error(this.version === null ? "Invalid Oracledb version number format passed to knex. Unable to successfully auto-detect as fallback. Please specify a valid oracledb version." : "Unable to detect Oracledb version number automatically. Please specify the version in knex configuration.");
			this.version = detectedVersion;
			return detectedVersion;
		}
		_query(connection, obj) {
			if (!obj.sql) throw new Error("The query is empty");
			const options = Object.assign({}, obj.options, { autoCommit: false });
			if (obj.method === "select") options.resultSet = true;
			return connection.executeAsync(obj.sql, obj.bindings, options).then(async function(response) {
				let outBinds = flatten(response.outBinds);
				obj.response = response.rows || [];
				obj.rowsAffected = response.rows ? response.rows.rowsAffected : response.rowsAffected;
				if (obj.method === "raw" && outBinds.length > 0) return { response: outBinds };
				if (obj.method === "update") {
					const modifiedRowsCount = obj.rowsAffected.length || obj.rowsAffected;
					const updatedObjOutBinding = [];
					const updatedOutBinds = [];
					const updateOutBinds = (i) => function(value, index) {
						const OutBindsOffset = index * modifiedRowsCount;
						updatedOutBinds.push(outBinds[i + OutBindsOffset]);
					};
					for (let i = 0; i < modifiedRowsCount; i++) {
						updatedObjOutBinding.push(obj.outBinding[0]);
						each(obj.outBinding[0], updateOutBinds(i));
					}
					outBinds = updatedOutBinds;
					obj.outBinding = updatedObjOutBinding;
				}
				if (!obj.returning && outBinds.length === 0) {
					if (!connection.isTransaction) await connection.commitAsync();
					return obj;
				}
				const rowIds = [];
				let offset = 0;
				for (let line = 0; line < obj.outBinding.length; line++) {
					const ret = obj.outBinding[line];
					offset = offset + (obj.outBinding[line - 1] ? obj.outBinding[line - 1].length : 0);
					for (let index = 0; index < ret.length; index++) {
						const out = ret[index];
						await new Promise(function(bindResolver, bindRejecter) {
							if (out instanceof BlobHelper) {
								const blob = outBinds[index + offset];
								if (out.returning) {
									obj.response[line] = obj.response[line] || {};
									obj.response[line][out.columnName] = out.value;
								}
								blob.on("error", function(err) {
									bindRejecter(err);
								});
								blob.on("finish", function() {
									bindResolver();
								});
								blob.write(out.value);
								blob.end();
							} else if (obj.outBinding[line][index] === "ROWID") {
								rowIds.push(outBinds[index + offset]);
								bindResolver();
							} else {
								obj.response[line] = obj.response[line] || {};
								obj.response[line][out] = outBinds[index + offset];
								bindResolver();
							}
						});
					}
				}
				if (obj.returningSql) obj.response = (await connection.executeAsync(obj.returningSql(), rowIds, { resultSet: true })).rows;
				if (connection.isTransaction) return obj;
				await connection.commitAsync();
				return obj;
			});
		}
		processResponse(obj, runner) {
			const { response } = obj;
			if (obj.output) return obj.output.call(runner, response);
			switch (obj.method) {
				case "select": return response;
				case "first": return response[0];
				case "pluck": return map(response, obj.pluck);
				case "insert":
				case "del":
				case "update":
				case "counter": if (obj.returning && !isEmpty(obj.returning) || obj.returningSql) return response;
				else if (obj.rowsAffected !== void 0) return obj.rowsAffected;
				else return 1;
				default: return response;
			}
		}
		processPassedConnection(connection) {
			this.checkVersion(connection);
			monkeyPatchConnection(connection, this);
		}
	};
	Client_Oracledb.prototype.driverName = "oracledb";
	function parseVersion(versionString) {
		try {
			const versionParts = versionString.split(".").slice(0, 2);
			versionParts.forEach((versionPart, idx) => {
				versionParts[idx] = versionPart.replace(/\D$/, "");
			});
			const version = versionParts.join(".");
			return version.match(/^\d+\.?\d*$/) ? version : null;
		} catch (err) {
			return null;
		}
	}
	function resolveConnectString(connectionSettings) {
		if (connectionSettings.connectString) return connectionSettings.connectString;
		if (!connectionSettings.port) return connectionSettings.host + "/" + connectionSettings.database;
		return connectionSettings.host + ":" + connectionSettings.port + "/" + connectionSettings.database;
	}
	module.exports = Client_Oracledb;
}));
var require_pgnative = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Client_PG = require_postgres();
	var Client_PgNative = class extends Client_PG {
		constructor(...args) {
			super(...args);
			this.driverName = "pgnative";
			this.canCancelQuery = true;
		}
		_driver() {
			return require_lib$1().native;
		}
		_stream(connection, obj, stream, options) {
			if (!obj.sql) throw new Error("The query is empty");
			const client = this;
			return new Promise((resolver, rejecter) => {
				stream.on("error", rejecter);
				stream.on("end", resolver);
				return client._query(connection, obj).then((obj) => obj.response).then(({ rows }) => rows.forEach((row) => stream.write(row))).catch(function(err) {
					stream.emit("error", err);
				}).then(function() {
					stream.end();
				});
			});
		}
		async cancelQuery(connectionToKill) {
			try {
				return await this._wrappedCancelQueryCall(null, connectionToKill);
			} catch (err) {
				this.logger.warn(`Connection Error: ${err}`);
				throw err;
			}
		}
		_wrappedCancelQueryCall(emptyConnection, connectionToKill) {
			return new Promise(function(resolve, reject) {
				connectionToKill.native.cancel(function(err) {
					if (err) {
						reject(err);
						return;
					}
					resolve(true);
				});
			});
		}
	};
	module.exports = Client_PgNative;
}));
var require_transaction = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Transaction = require_transaction$6();
	module.exports = class Redshift_Transaction extends Transaction {
		begin(conn) {
			const trxMode = [this.isolationLevel ? `ISOLATION LEVEL ${this.isolationLevel}` : "", this.readOnly ? "READ ONLY" : ""].join(" ").trim();
			if (trxMode.length === 0) return this.query(conn, "BEGIN;");
			return this.query(conn, `BEGIN ${trxMode};`);
		}
		savepoint(conn) {
			this.trxClient.logger("Redshift does not support savepoints.");
			return Promise.resolve();
		}
		release(conn, value) {
			this.trxClient.logger("Redshift does not support savepoints.");
			return Promise.resolve();
		}
		rollbackTo(conn, error) {
			this.trxClient.logger("Redshift does not support savepoints.");
			return Promise.resolve();
		}
	};
}));
var require_redshift_querycompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const QueryCompiler = require_querycompiler();
	const QueryCompiler_PG = require_pg_querycompiler();
	const identity = require_identity();
	const { columnize: columnize_ } = require_wrappingFormatter();
	var QueryCompiler_Redshift = class extends QueryCompiler_PG {
		truncate() {
			return `truncate ${this.tableName.toLowerCase()}`;
		}
		insert() {
			const sql = QueryCompiler.prototype.insert.apply(this, arguments);
			if (sql === "") return sql;
			this._slightReturn();
			return { sql };
		}
		update() {
			const sql = QueryCompiler.prototype.update.apply(this, arguments);
			this._slightReturn();
			return { sql };
		}
		del() {
			const sql = QueryCompiler.prototype.del.apply(this, arguments);
			this._slightReturn();
			return { sql };
		}
		_slightReturn() {
			if (this.single.isReturning) this.client.logger.warn("insert/update/delete returning is not supported by redshift dialect");
		}
		forUpdate() {
			this.client.logger.warn("table lock is not supported by redshift dialect");
			return "";
		}
		forShare() {
			this.client.logger.warn("lock for share is not supported by redshift dialect");
			return "";
		}
		forNoKeyUpdate() {
			this.client.logger.warn("table lock is not supported by redshift dialect");
			return "";
		}
		forKeyShare() {
			this.client.logger.warn("lock for share is not supported by redshift dialect");
			return "";
		}
		columnInfo() {
			const column = this.single.columnInfo;
			let schema = this.single.schema;
			const table = this.client.customWrapIdentifier(this.single.table, identity);
			if (schema) schema = this.client.customWrapIdentifier(schema, identity);
			const sql = "select * from information_schema.columns where table_name = ? and table_catalog = ?";
			const bindings = [table.toLowerCase(), this.client.database().toLowerCase()];
			return this._buildColumnInfoQuery(schema, sql, bindings, column);
		}
		jsonExtract(params) {
			let extractions;
			if (Array.isArray(params.column)) extractions = params.column;
			else extractions = [params];
			return extractions.map((extraction) => {
				const jsonCol = `json_extract_path_text(${columnize_(extraction.column || extraction[0], this.builder, this.client, this.bindingsHolder)}, ${this.client.toPathForJson(params.path || extraction[1], this.builder, this.bindingsHolder)})`;
				const alias = extraction.alias || extraction[2];
				return alias ? this.client.alias(jsonCol, this.formatter.wrap(alias)) : jsonCol;
			}).join(", ");
		}
		jsonSet(params) {
			throw new Error("Json set is not supported by Redshift");
		}
		jsonInsert(params) {
			throw new Error("Json insert is not supported by Redshift");
		}
		jsonRemove(params) {
			throw new Error("Json remove is not supported by Redshift");
		}
		whereJsonPath(statement) {
			return this._whereJsonPath("json_extract_path_text", Object.assign({}, statement, { path: this.client.toPathForJson(statement.path) }));
		}
		whereJsonSupersetOf(statement) {
			throw new Error("Json superset is not supported by Redshift");
		}
		whereJsonSubsetOf(statement) {
			throw new Error("Json subset is not supported by Redshift");
		}
		onJsonPathEquals(clause) {
			return this._onJsonPathEquals("json_extract_path_text", clause);
		}
	};
	module.exports = QueryCompiler_Redshift;
}));
var require_redshift_columnbuilder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ColumnBuilder = require_columnbuilder();
	var ColumnBuilder_Redshift = class extends ColumnBuilder {
		constructor() {
			super(...arguments);
		}
		primary() {
			this.notNullable();
			return super.primary(...arguments);
		}
		index() {
			this.client.logger.warn("Redshift does not support the creation of indexes.");
			return this;
		}
	};
	module.exports = ColumnBuilder_Redshift;
}));
var require_redshift_columncompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ColumnCompiler_PG = require_pg_columncompiler();
	const ColumnCompiler = require_columncompiler();
	var ColumnCompiler_Redshift = class extends ColumnCompiler_PG {
		constructor() {
			super(...arguments);
		}
		bit(column) {
			return column.length !== false ? `char(${column.length})` : "char(1)";
		}
		datetime(without) {
			return without ? "timestamp" : "timestamptz";
		}
		timestamp(without) {
			return without ? "timestamp" : "timestamptz";
		}
		comment(comment) {
			this.pushAdditional(function() {
				this.pushQuery(`comment on column ${this.tableCompiler.tableName()}.` + this.formatter.wrap(this.args[0]) + " is " + (comment ? `'${comment}'` : "NULL"));
			}, comment);
		}
	};
	ColumnCompiler_Redshift.prototype.increments = ({ primaryKey = true } = {}) => "integer identity(1,1)" + (primaryKey ? " primary key" : "") + " not null";
	ColumnCompiler_Redshift.prototype.bigincrements = ({ primaryKey = true } = {}) => "bigint identity(1,1)" + (primaryKey ? " primary key" : "") + " not null";
	ColumnCompiler_Redshift.prototype.binary = "varchar(max)";
	ColumnCompiler_Redshift.prototype.blob = "varchar(max)";
	ColumnCompiler_Redshift.prototype.enu = "varchar(255)";
	ColumnCompiler_Redshift.prototype.enum = "varchar(255)";
	ColumnCompiler_Redshift.prototype.json = "varchar(max)";
	ColumnCompiler_Redshift.prototype.jsonb = "varchar(max)";
	ColumnCompiler_Redshift.prototype.longblob = "varchar(max)";
	ColumnCompiler_Redshift.prototype.mediumblob = "varchar(16777218)";
	ColumnCompiler_Redshift.prototype.set = "text";
	ColumnCompiler_Redshift.prototype.text = "varchar(max)";
	ColumnCompiler_Redshift.prototype.tinyblob = "varchar(256)";
	ColumnCompiler_Redshift.prototype.uuid = ColumnCompiler.prototype.uuid;
	ColumnCompiler_Redshift.prototype.varbinary = "varchar(max)";
	ColumnCompiler_Redshift.prototype.bigint = "bigint";
	ColumnCompiler_Redshift.prototype.bool = "boolean";
	ColumnCompiler_Redshift.prototype.double = "double precision";
	ColumnCompiler_Redshift.prototype.floating = "real";
	ColumnCompiler_Redshift.prototype.smallint = "smallint";
	ColumnCompiler_Redshift.prototype.tinyint = "smallint";
	module.exports = ColumnCompiler_Redshift;
}));
var require_redshift_tablecompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const has = require_has();
	const TableCompiler_PG = require_pg_tablecompiler();
	var TableCompiler_Redshift = class extends TableCompiler_PG {
		constructor() {
			super(...arguments);
		}
		index(columns, indexName, options) {
			this.client.logger.warn("Redshift does not support the creation of indexes.");
		}
		dropIndex(columns, indexName) {
			this.client.logger.warn("Redshift does not support the deletion of indexes.");
		}
		dropPrimaryIfExists() {
			throw new Error(".dropPrimaryIfExists() is not supported by redshift");
		}
		dropForeignIfExists() {
			throw new Error(".dropForeignIfExists() is not supported by redshift");
		}
		dropUniqueIfExists() {
			throw new Error(".dropUniqueIfExists() is not supported by redshift");
		}
		createQuery(columns, ifNot, like) {
			const createStatement = ifNot ? "create table if not exists " : "create table ";
			const columnsSql = " (" + columns.sql.join(", ") + this._addChecks() + ")";
			let sql = createStatement + this.tableName() + (like && this.tableNameLike() ? " (like " + this.tableNameLike() + ")" : columnsSql);
			if (this.single.inherits) sql += ` like (${this.formatter.wrap(this.single.inherits)})`;
			this.pushQuery({
				sql,
				bindings: columns.bindings
			});
			if (has(this.single, "comment")) this.comment(this.single.comment);
			if (like) this.addColumns(columns, this.addColumnsPrefix);
		}
		primary(columns, constraintName) {
			const self = this;
			constraintName = constraintName ? self.formatter.wrap(constraintName) : self.formatter.wrap(`${this.tableNameRaw}_pkey`);
			if (columns.constructor !== Array) columns = [columns];
			const thiscolumns = self.grouped.columns;
			if (thiscolumns) for (let i = 0; i < columns.length; i++) {
				let exists = thiscolumns.find((tcb) => tcb.grouping === "columns" && tcb.builder && tcb.builder._method === "add" && tcb.builder._args && tcb.builder._args.indexOf(columns[i]) > -1);
				if (exists) exists = exists.builder;
				if (!(exists && exists._modifiers && exists._modifiers["nullable"] && exists._modifiers["nullable"][0] === false)) {
					if (exists) return this.client.logger.warn("Redshift does not allow primary keys to contain nullable columns.");
					else return this.client.logger.warn("Redshift does not allow primary keys to contain nonexistent columns.");
				}
			}
			return self.pushQuery(`alter table ${self.tableName()} add constraint ${constraintName} primary key (${self.formatter.columnize(columns)})`);
		}
		addColumns(columns, prefix, colCompilers) {
			if (prefix === this.alterColumnsPrefix) super.addColumns(columns, prefix, colCompilers);
			else {
				prefix = prefix || this.addColumnsPrefix;
				colCompilers = colCompilers || this.getColumns();
				for (const col of colCompilers) {
					const quotedTableName = this.tableName();
					const colCompiled = col.compileColumn();
					this.pushQuery({
						sql: `alter table ${quotedTableName} ${prefix}${colCompiled}`,
						bindings: []
					});
				}
			}
		}
	};
	module.exports = TableCompiler_Redshift;
}));
var require_redshift_compiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SchemaCompiler_PG = require_pg_compiler();
	var SchemaCompiler_Redshift = class extends SchemaCompiler_PG {
		constructor() {
			super(...arguments);
		}
	};
	module.exports = SchemaCompiler_Redshift;
}));
var require_redshift_viewcompiler = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ViewCompiler_PG = require_pg_viewcompiler();
	var ViewCompiler_Redshift = class extends ViewCompiler_PG {
		constructor(client, viewCompiler) {
			super(client, viewCompiler);
		}
	};
	module.exports = ViewCompiler_Redshift;
}));
var require_redshift = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Client_PG = require_postgres();
	const map = require_map();
	const Transaction = require_transaction();
	const QueryCompiler = require_redshift_querycompiler();
	const ColumnBuilder = require_redshift_columnbuilder();
	const ColumnCompiler = require_redshift_columncompiler();
	const TableCompiler = require_redshift_tablecompiler();
	const SchemaCompiler = require_redshift_compiler();
	const ViewCompiler = require_redshift_viewcompiler();
	var Client_Redshift = class extends Client_PG {
		transaction() {
			return new Transaction(this, ...arguments);
		}
		queryCompiler(builder, formatter) {
			return new QueryCompiler(this, builder, formatter);
		}
		columnBuilder() {
			return new ColumnBuilder(this, ...arguments);
		}
		columnCompiler() {
			return new ColumnCompiler(this, ...arguments);
		}
		tableCompiler() {
			return new TableCompiler(this, ...arguments);
		}
		schemaCompiler() {
			return new SchemaCompiler(this, ...arguments);
		}
		viewCompiler() {
			return new ViewCompiler(this, ...arguments);
		}
		_driver() {
			return require_lib$1();
		}
		processResponse(obj, runner) {
			const resp = obj.response;
			if (obj.output) return obj.output.call(runner, resp);
			if (obj.method === "raw") return resp;
			if (resp.command === "SELECT") {
				if (obj.method === "first") return resp.rows[0];
				if (obj.method === "pluck") return map(resp.rows, obj.pluck);
				return resp.rows;
			}
			if (resp.command === "INSERT" || resp.command === "UPDATE" || resp.command === "DELETE") return resp.rowCount;
			return resp;
		}
		toPathForJson(jsonPath, builder, bindingsHolder) {
			return jsonPath.replace(/^(\$\.)/, "").split(".").map(function(v) {
				return this.parameter(v, builder, bindingsHolder);
			}.bind(this)).join(", ");
		}
	};
	Object.assign(Client_Redshift.prototype, {
		dialect: "redshift",
		driverName: "pg-redshift"
	});
	module.exports = Client_Redshift;
}));
var require_dialects = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.getDialectByNameOrAlias = void 0;
	const { resolveClientNameWithAliases } = require_helpers$1();
	const dbNameToDialectLoader = Object.freeze({
		"better-sqlite3": () => require_better_sqlite3(),
		cockroachdb: () => require_cockroachdb(),
		mssql: () => require_mssql(),
		mysql: () => require_mysql(),
		mariadb: () => require_mariadb(),
		mysql2: () => require_mysql2(),
		oracle: () => require_oracle(),
		oracledb: () => require_oracledb(),
		pgnative: () => require_pgnative(),
		postgres: () => require_postgres(),
		redshift: () => require_redshift(),
		sqlite3: () => require_sqlite3()
	});
	/**
	* Gets the Dialect object with the given client name or throw an
	* error if not found.
	*
	* NOTE: This is a replacement for prior practice of doing dynamic
	* string construction for imports of Dialect objects.
	*/
	function getDialectByNameOrAlias(clientName) {
		const resolvedClientName = resolveClientNameWithAliases(clientName);
		const dialectLoader = dbNameToDialectLoader[resolvedClientName];
		if (!dialectLoader) throw new Error(`Invalid clientName given: ${clientName}`);
		return dialectLoader();
	}
	exports.getDialectByNameOrAlias = getDialectByNameOrAlias;
}));
var require_config_resolver = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Client = require_client();
	const { SUPPORTED_CLIENTS } = require_constants$1();
	const parseConnection = require_parse_connection();
	const { getDialectByNameOrAlias } = require_dialects();
	function resolveConfig(config) {
		let Dialect;
		let resolvedConfig;
		const parsedConfig = typeof config === "string" ? Object.assign(parseConnection(config), arguments[2]) : config;
		if (arguments.length === 0 || !parsedConfig.client && !parsedConfig.dialect) Dialect = Client;
		else if (typeof parsedConfig.client === "function") Dialect = parsedConfig.client;
		else {
			const clientName = parsedConfig.client || parsedConfig.dialect;
			if (!SUPPORTED_CLIENTS.includes(clientName)) throw new Error(`knex: Unknown configuration option 'client' value ${clientName}. Note that it is case-sensitive, check documentation for supported values.`);
			Dialect = getDialectByNameOrAlias(clientName);
		}
		if (parsedConfig.connectionPool && parsedConfig.connection) throw new Error(`knex: 'connectionPool' and 'connection' are mutually exclusive. Use one or the other.`);
		if (typeof parsedConfig.connection === "string") resolvedConfig = Object.assign({}, parsedConfig, { connection: parseConnection(parsedConfig.connection).connection });
		else resolvedConfig = Object.assign({}, parsedConfig);
		return {
			resolvedConfig,
			Dialect
		};
	}
	module.exports = { resolveConfig };
}));
var require_Knex = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Client = require_client();
	const QueryBuilder = require_querybuilder();
	const QueryInterface = require_method_constants();
	const makeKnex = require_make_knex();
	const { KnexTimeoutError } = require_timeout();
	const { KnexPool } = require_pool();
	const { resolveConfig } = require_config_resolver();
	const SchemaBuilder = require_builder();
	const ViewBuilder = require_viewbuilder();
	const ColumnBuilder = require_columnbuilder();
	const TableBuilder = require_tablebuilder();
	function knex(config) {
		const { resolvedConfig, Dialect } = resolveConfig(...arguments);
		const newKnex = makeKnex(new Dialect(resolvedConfig));
		if (resolvedConfig.userParams) newKnex.userParams = resolvedConfig.userParams;
		return newKnex;
	}
	knex.Client = Client;
	knex.KnexTimeoutError = KnexTimeoutError;
	knex.KnexPool = KnexPool;
	knex.QueryBuilder = { extend: function(methodName, fn) {
		QueryBuilder.extend(methodName, fn);
		QueryInterface.push(methodName);
	} };
	knex.SchemaBuilder = { extend: function(methodName, fn) {
		SchemaBuilder.extend(methodName, fn);
	} };
	knex.ViewBuilder = { extend: function(methodName, fn) {
		ViewBuilder.extend(methodName, fn);
	} };
	knex.ColumnBuilder = { extend: function(methodName, fn) {
		ColumnBuilder.extend(methodName, fn);
	} };
	knex.TableBuilder = { extend: function(methodName, fn) {
		TableBuilder.extend(methodName, fn);
	} };
	module.exports = knex;
}));
var require_lib = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require_Knex();
}));
var import_knex = /* @__PURE__ */ __toESM((/* @__PURE__ */ __commonJSMin(((exports, module) => {
	const knex = require_lib();
	/**
	* These export configurations enable JS and TS developers
	* to consume knex in whatever way best suits their needs.
	* Some examples of supported import syntax includes:
	* - `const knex = require('knex')`
	* - `const { knex } = require('knex')`
	* - `import * as knex from 'knex'`
	* - `import { knex } from 'knex'`
	* - `import knex from 'knex'`
	*/
	knex.knex = knex;
	knex.default = knex;
	module.exports = knex;
})))(), 1);
let builder;
/** Builds statements for PostgreSQL and never connects: the change's own session runs them. */
function sqlBuilder() {
	builder ??= (0, import_knex.default)({ client: "pg" });
	return builder;
}
/** One query as text and parameters. */
function compileQuery(query) {
	const { sql, bindings } = query.toSQL().toNative();
	return {
		text: sql,
		parameters: bindings
	};
}
/** The statements of a schema change; none of them has parameters. */
function compileSchema(schema) {
	return schema.toSQL().map(({ sql }) => sql);
}
/** Where our own tables live in the target. */
const ledgerSchema = "sluice";
const version = 1;
const tables = [
	"schema_version",
	"audit_record",
	"unit"
];
/**
* Makes our tables on first use, in a transaction of its own; the caller holds the advisory lock. Throws
* SluiceError database/ledger when what is there is not what Sluice left.
*/
async function installLedger(session) {
	if (await readState(session) === "present") return;
	await session.query("begin isolation level read committed read write");
	for (const text of schemaTexts()) await session.query(text);
	await session.query("insert into sluice.schema_version (version) values ($1)", [version]);
	await session.query("commit");
}
/** Whether the ledger is there and guarded. Throws SluiceError database/ledger when it is there and not ours. */
async function readState(session) {
	const [found] = await session.query(`select pg_catalog.to_regnamespace('sluice') is not null as schema,
            pg_catalog.to_regclass('sluice.schema_version') is not null as versioned,
            (select pg_catalog.count(*) from pg_catalog.pg_trigger t
              where t.tgname = 'only_added' and t.tgenabled = 'A'
                and t.tgrelid in (pg_catalog.to_regclass('sluice.schema_version'),
                                  pg_catalog.to_regclass('sluice.audit_record'),
                                  pg_catalog.to_regclass('sluice.unit')))::pg_catalog.int4 as guards`);
	if (found?.["schema"] !== true) return "absent";
	if (found["versioned"] !== true) throw foreign("holds a schema named sluice without a version");
	if ((await session.query("select pg_catalog.max(version)::pg_catalog.int4 as version from sluice.schema_version"))[0]?.["version"] !== version) throw foreign("holds a ledger of another version of Sluice");
	if (found["guards"] !== tables.length) throw foreign("holds a ledger whose guards against changes are switched off");
	return "present";
}
function foreign(what) {
	return new SluiceError("database/ledger", `The target ${what}, so nobody can tell what was applied; nothing was applied now.`);
}
function schemaTexts() {
	return [
		"create schema sluice",
		...tableTexts(),
		guard,
		...tables.flatMap(guardTexts)
	];
}
function tableTexts() {
	const knex = sqlBuilder();
	const now = knex.fn.now();
	return compileSchema(knex.schema.withSchema(ledgerSchema).createTable("schema_version", (table) => {
		table.integer("version").primary();
		table.timestamp("installed_at").notNullable().defaultTo(now);
	}).createTable("audit_record", (table) => {
		table.bigInteger("sequence").primary();
		table.text("previous").notNullable().unique();
		table.text("digest").notNullable().unique();
		table.text("event").notNullable();
		table.text("body").notNullable();
		table.timestamp("recorded_at").notNullable().defaultTo(now);
	}).createTable("unit", (table) => {
		table.bigInteger("record_sequence").primary();
		table.text("record_digest").notNullable().references("digest").inTable("sluice.audit_record");
		table.text("change").notNullable();
		table.text("unit").notNullable();
		table.text("target").notNullable();
		table.text("state").notNullable();
		table.text("digest").notNullable();
		table.text("commit").notNullable();
		table.text("repository");
		table.integer("pull_request");
		table.text("kind");
		table.text("run");
		table.text("undoes");
		table.timestamp("applied_at").notNullable().defaultTo(now);
		table.foreign("record_sequence").references("sequence").inTable("sluice.audit_record");
		table.unique([
			"change",
			"unit",
			"target",
			"state"
		]);
		table.index(["target", "unit"]);
	}));
}
const guard = `
create function sluice.refuse_change() returns trigger
  language plpgsql
  set search_path = pg_catalog
as $$
begin
  raise exception 'records of Sluice are only ever added' using errcode = 'insufficient_privilege';
end
$$`;
function guardTexts(table) {
	return [`create trigger only_added before update or delete or truncate on sluice.${table}
       for each statement execute function sluice.refuse_change()`, `alter table sluice.${table} enable always trigger only_added`];
}
/** Adds a record to the end of the chain, in the session's open transaction. */
async function appendRecord(session, body) {
	const record = link(body, await readHead(session));
	await insert(session, "audit_record", {
		sequence: record.sequence,
		previous: record.previous,
		digest: record.digest,
		event: body.event,
		body: record.text
	});
	return record;
}
/** The newest record, checked against its bytes. Throws SluiceError database/ledger when they differ. */
async function readHead(session) {
	const [row] = await ask(session, from("audit_record").select("sequence", "previous", "digest", "body").orderBy("sequence", "desc").limit(1));
	if (row === void 0) return void 0;
	const record = toRecord(row);
	if (digestOf(record.text) !== record.digest) throw new SluiceError("database/ledger", `Audit record ${record.sequence} was changed, so nothing can be added to the chain; nothing was applied.`);
	return record;
}
/** Says that the unit was begun or done, naming the record of the same transaction. */
async function appendUnit(session, row, record) {
	await insert(session, "unit", {
		record_sequence: record.sequence,
		record_digest: record.digest,
		change: row.change,
		unit: row.unitId,
		target: row.target,
		state: row.state,
		digest: row.digest,
		commit: row.commit,
		repository: row.repository ?? null,
		pull_request: row.pullRequest,
		kind: row.kind
	});
}
/** What the target holds, oldest first; nothing when Sluice was never there. */
async function readApplied(session, targetName) {
	if (await readState(session) === "absent") return [];
	return readRows(session, from("unit").where({ target: targetName }));
}
/** All ledger rows, oldest first. */
async function readLedger(session) {
	return readRows(session, from("unit"));
}
/** All records, oldest first. */
async function readRecords(session) {
	return (await ask(session, from("audit_record").select("sequence", "previous", "digest", "body").orderBy("sequence"))).map(toRecord);
}
/** Records of one event, oldest first; none when Sluice was never there. */
async function readEvents(session, event) {
	if (await readState(session) === "absent") return [];
	return (await ask(session, from("audit_record").select("sequence", "previous", "digest", "body").where({ event }).orderBy("sequence"))).map(toRecord);
}
/** Whether the chain holds the record with this digest. */
async function hasRecord(session, digest) {
	return (await ask(session, from("audit_record").select("sequence").where({ digest }))).length > 0;
}
function from(table) {
	return sqlBuilder().withSchema(ledgerSchema).from(table);
}
async function readRows(session, query) {
	return (await ask(session, query.select("*").orderBy("record_sequence"))).map(toLedgerRow);
}
async function ask(session, query) {
	const { text, parameters } = compileQuery(query);
	return session.query(text, parameters);
}
async function insert(session, table, values) {
	await ask(session, from(table).insert(values));
}
function toRecord(row) {
	return {
		sequence: Number(readColumn(row, "sequence")),
		previous: readDigest(row, "previous"),
		digest: readDigest(row, "digest"),
		text: readColumn(row, "body")
	};
}
function toLedgerRow(row) {
	const state = readColumn(row, "state");
	if (state !== "intent" && state !== "done") throw unreadable("state");
	return {
		change: readColumn(row, "change"),
		unitId: readColumn(row, "unit"),
		target: readColumn(row, "target"),
		digest: readColumn(row, "digest"),
		commit: readColumn(row, "commit"),
		state,
		recordSequence: Number(readColumn(row, "record_sequence")),
		recordDigest: readDigest(row, "record_digest")
	};
}
function readDigest(row, column) {
	const text = readColumn(row, column);
	if (!isDigest(text)) throw unreadable(column);
	return text;
}
function readColumn(row, column) {
	const value = row[column];
	if (typeof value !== "string") throw unreadable(column);
	return value;
}
function unreadable(column) {
	return new SluiceError("database/ledger", `The ledger holds something in the column ${column} that Sluice never writes; nothing was applied.`);
}
export { readEvents as a, installLedger as c, readApplied as i, readState as l, appendUnit as n, readLedger as o, hasRecord as r, readRecords as s, appendRecord as t, genesis as u };
