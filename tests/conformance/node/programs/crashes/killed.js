// Is killed while a resource is being created.
const { Thing } = require("../thing");

const done = new Thing("done", {});
new Thing("running", { size: process.pid }, { dependsOn: done });
