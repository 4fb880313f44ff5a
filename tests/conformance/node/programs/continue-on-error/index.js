// One resource fails and the program goes on with everything that does not depend on it.
const { Thing } = require("../thing");

const broken = new Thing("broken", {});
const dependent = new Thing("dependent", { name: broken.address });
new Thing("by-order", {}, { dependsOn: dependent });
const sound = new Thing("sound", {});
new Thing("follower", { name: sound.address });
