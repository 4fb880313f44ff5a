// Renamed once more, by URN; the children of the component follow it under another component.
const pulumi = require("@pulumi/pulumi");
const { Thing, Pair } = require("../thing");

class Group extends pulumi.ComponentResource {
    constructor(name, opts) {
        super("test:index:Group", name, {}, opts);
    }
}

const group = new Group("group");
new Thing("newest-name", { size: 1 }, { aliases: [`urn:pulumi:${pulumi.getStack()}::${pulumi.getProject()}::test:index:Thing::new-name`] });
new Thing("typed", { size: 2 });
new Thing("child", { size: 3 });
new Thing("orphan", { size: 4 }, { parent: group });
new Pair("new-pair", {}, { parent: group, aliases: [{ parent: undefined }] });
