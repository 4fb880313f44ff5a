// A resource that stays in the cloud when it goes, and one that goes with its owner.
const { Thing } = require("../thing");

new Thing("kept", {}, { retainOnDelete: true });
const owner = new Thing("owner", {});
new Thing("owned", {}, { deletedWith: owner });
