// Former identities.
const pulumi = require("@pulumi/pulumi");
const { Thing, Group } = require("../resources");

module.exports = () => {
    const former = new Group("former");
    new Thing("renamed", {}, { aliases: [{ name: "old" }] });
    new Thing("retyped", {}, { aliases: [{ type: "test:index:Old" }] });
    new Thing("moved", {}, { aliases: [{ parent: former }] });
    new Thing("movedByUrn", {}, { aliases: [{ parent: "urn:pulumi:dev::shop::test:index:Group::gone" }] });
    new Thing("elsewhere", {}, { aliases: [{ stack: "old-stack", project: "old-project" }] });
    new Thing("urn", {}, { aliases: ["urn:pulumi:dev::shop::test:index:Thing::ancient"] });
    new Thing("later", {}, { aliases: [{ name: pulumi.output("promised") }] });

    const group = new Group("group", { aliases: [{ name: "group-old" }] });
    new Thing("child", {}, { parent: group });
    new Thing("orphan", {}, { parent: group, aliases: [{ parent: pulumi.rootStackResource }] });
};
