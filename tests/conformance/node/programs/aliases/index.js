// Resources under the names, types and parents they had first.
const pulumi = require("@pulumi/pulumi");
const { Thing, Pair } = require("../thing");

class Group extends pulumi.ComponentResource {
    constructor(name, opts) {
        super("test:index:Group", name, {}, opts);
    }
}

const group = new Group("group");
new Thing("old-name", { size: 1 });
new pulumi.CustomResource("test:index:OldType", "typed", { size: 2 });
new Thing("child", { size: 3 }, { parent: group });
new Thing("orphan", { size: 4 });
new Pair("old-pair", {});
