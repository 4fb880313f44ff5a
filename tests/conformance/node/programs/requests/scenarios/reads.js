// Resources that exist already, and another stack's outputs.
const pulumi = require("@pulumi/pulumi");
const { Thing, Group } = require("../resources");

module.exports = () => {
    const group = new Group("group");
    const first = new Thing("first", {});
    new Thing("read", { text: "state" }, { id: "existing-id", parent: group, version: "1.2.3", additionalSecretOutputs: ["result"] });
    new Thing("readLater", {}, { id: pulumi.interpolate`known-${"id"}`, dependsOn: [first] });

    const stack = new pulumi.StackReference("organization/other/dev");
    const named = new pulumi.StackReference("named", { name: "organization/other/prod" });
    new Thing("uses", {
        text: stack.requireOutput("plain"),
        kind: stack.getOutput("secret"),
        any: named.getOutput("list"),
        map: { missing: stack.getOutput("missing").apply((value) => String(value === undefined || value === null)) },
    });
};
