/** Who proposes it does not matter where nobody decides. */
const nobodys = {
	number: 1,
	title: "",
	targetBranch: "",
	author: {
		kind: "human",
		login: "nobody",
		onBehalfOf: []
	},
	reviews: [],
	permissions: /* @__PURE__ */ new Map(),
	teams: /* @__PURE__ */ new Map()
};
export { nobodys as t };
