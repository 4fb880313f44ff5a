// Every option of a resource.
const { Thing, Group } = require("../resources");

module.exports = () => {
    const host = new Thing("host", {}, { protect: false, retainOnDelete: false, deleteBeforeReplace: false });
    new Thing("all", { text: "t", list: ["a"] }, {
        protect: true,
        ignoreChanges: ["text", "list[0]"],
        replaceOnChanges: ["whole", "nested.text"],
        deleteBeforeReplace: true,
        customTimeouts: { create: "5m", update: "1h30m", delete: "90s" },
        additionalSecretOutputs: ["result"],
        retainOnDelete: true,
        deletedWith: host,
        replaceWith: [host],
        hideDiffs: ["map"],
        version: "1.2.3",
        pluginDownloadURL: "https://example.com/plugins",
        replacementTrigger: "again",
    });
    new Thing("imported", { text: "t" }, { import: "old-id" });
    const guarded = new Group("guarded", { protect: true, ignoreChanges: ["x"], version: "1.2.3" });
    new Thing("inherits", {}, { parent: guarded });
    new Thing("declines", {}, { parent: guarded, protect: false });
};
