// The same resources under new names, types and parents: nothing is created or deleted.
const pulumi = require("@pulumi/pulumi");
const { Thing, Pair } = require("../thing");

class Group extends pulumi.ComponentResource {
    constructor(name, opts) {
        super("test:index:Group", name, {}, opts);
    }
}

const group = new Group("group");
new Thing("new-name", { size: 1 }, { aliases: [{ name: "old-name" }] });
new Thing("typed", { size: 2 }, { aliases: [{ type: "test:index:OldType" }] });
new Thing("child", { size: 3 }, { aliases: [{ parent: group }] });
new Thing("orphan", { size: 4 }, { parent: group, aliases: [{ parent: pulumi.rootStackResource }] });
new Pair("new-pair", {}, { aliases: [{ name: "old-pair" }] });
