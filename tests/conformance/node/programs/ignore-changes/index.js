// Changes of some properties are ignored, those of others are not.
const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../thing");

const round = new pulumi.Config().requireNumber("round");
new Thing("one", { size: round, zone: `${round}`, name: `${round}` }, { ignoreChanges: ["size", "zone"] });
new Thing("nested", { tags: { kept: `${round}`, changed: `${round}` }, list: [{ a: round }, { a: round }] }, { ignoreChanges: ["tags.kept", "list[0].a"] });
new Thing("all", { size: round, name: `${round}` }, { ignoreChanges: ["*"] });
