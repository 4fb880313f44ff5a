// Resources as inputs of others, and as outputs of components and the stack.
const pulumi = require("@pulumi/pulumi");
const { Thing, Pair } = require("../thing");

pulumi.runtime.registerResourceModule("test", "index", {
    version: undefined,
    construct: (name, type, urn) => type === "test:index:Thing" ? new Thing(name, {}, { urn }) : new Pair(name, {}, { urn }),
});

const base = new Thing("base", { size: 4 });
const pair = new Pair("pair", {});
const user = new Thing("user", { base, pair, list: [base] });

exports.base = base;
exports.nested = { pair };
exports.size = user.base.apply((found) => found.size);
