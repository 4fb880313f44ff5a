// Azure resources and a dynamic one, as a user of the official packages writes them.
const pulumi = require("@pulumi/pulumi");
const resources = require("@pulumi/azure-native/resources");
const storage = require("@pulumi/azure-native/storage");

class Doubler {
    async create(inputs) {
        return { id: "doubled", outs: { value: inputs.value, doubled: inputs.value * 2 } };
    }
}

class Doubled extends pulumi.dynamic.Resource {
    constructor(name, value) {
        super(new Doubler(), name, { value, doubled: undefined });
    }
}

const group = new resources.ResourceGroup("data", { tags: { team: "ml" } });
const account = new storage.StorageAccount("lake", {
    resourceGroupName: group.name,
    kind: storage.Kind.StorageV2,
    sku: { name: storage.SkuName.Standard_LRS },
    isHnsEnabled: true,
});

exports.account = account.name;
exports.answer = new Doubled("answer", 21).doubled;
