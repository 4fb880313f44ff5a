// Providers: default ones, by version, explicit, inherited from parents, by maps.
const pulumi = require("@pulumi/pulumi");
const { Thing, Provider, Pair } = require("../thing");

class Other extends pulumi.CustomResource {
    constructor(name, opts) {
        super("other:index:Other", name, {}, opts);
    }
}

class Group extends pulumi.ComponentResource {
    constructor(name, opts) {
        super("test:index:Group", name, {}, opts);
    }
}

const north = new Provider("north", { region: "north", key: pulumi.secret("k") });
const south = new pulumi.ProviderResource("other", "south", { region: "south" });
new Thing("default", {});
new Thing("versioned", {}, { version: "1.2.0" });
new Thing("explicit", {}, { provider: north });
new Pair("pair", {}, { provider: north });
const group = new Group("group", { providers: { test: north, other: south } });
new Other("grouped-other", { parent: group });
const inner = new Group("inner", { parent: group });
new Thing("grouped-thing", {}, { parent: inner });
