// Functions of a provider: plain, by outputs, after a resource, with secrets.
const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../thing");

const thing = new Thing("thing", { size: 2 });
const plain = pulumi.runtime.invoke("test:index:echo", { text: "plain" });
const output = pulumi.runtime.invokeOutput("test:index:echo", { text: thing.address });
const after = pulumi.runtime.invokeOutput("test:index:echo", { text: "after" }, { dependsOn: [thing] });
const secret = pulumi.runtime.invokeOutput("test:index:echo", { text: pulumi.secret("hidden") });
const single = pulumi.runtime.invokeSingle("test:index:single", { text: "one" });
new Thing("user", { name: output.apply((result) => result.text) });

exports.plain = plain.then((result) => result.text);
exports.output = output.apply((result) => result.text);
exports.after = after.apply((result) => result.text);
exports.secret = secret.apply((result) => result.text);
exports.single = single;
