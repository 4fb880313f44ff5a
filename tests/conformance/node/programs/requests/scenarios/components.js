// Components with children and outputs.
const pulumi = require("@pulumi/pulumi");
const { Thing, Group } = require("../resources");

class Completed extends pulumi.ComponentResource {
    constructor(name, opts) {
        super("test:index:Completed", name, {}, opts);
        const thing = new Thing(`${name}-thing`, { text: "t" }, { parent: this });
        this.registerOutputs({ result: thing.result, plain: "p", hidden: pulumi.secret("h"), nothing: undefined, nested: { list: [thing.count] }, thing });
    }
}

module.exports = () => {
    const outer = new Completed("outer");
    new Completed("inner", { parent: outer });
    const group = new Group("group", { dependsOn: [outer] });
    new Thing("dependent", {}, { dependsOn: [group] });
};
