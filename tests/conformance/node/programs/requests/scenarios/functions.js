// Functions of providers, and methods of resources.
const pulumi = require("@pulumi/pulumi");
const { Thing, find, findOutput } = require("../resources");

module.exports = async () => {
    // Read rather than created: in a preview Node.js forgets what a function waits for.
    const thing = new Thing("thing", { text: "t" }, { id: "existing-id" });
    const found = await find({ text: "plain", list: ["a"], map: { k: "v" } }, { version: "1.2.3", pluginDownloadURL: "https://example.com/plugins" });
    new Thing("found", { text: found.found });

    const later = findOutput({ text: thing.text, nested: { text: pulumi.secret("s") } });
    new Thing("later", { text: later.apply((result) => result.found), kind: later.apply((result) => result.hidden) });

    const dependent = findOutput({ text: "d" }, { dependsOn: [thing] });
    new Thing("dependent", { text: dependent.apply((result) => result.found) });

    const described = thing.describe({ text: thing.result, list: ["a", pulumi.secret("s")] });
    new Thing("described", { text: described.apply((result) => result.described) });
};
