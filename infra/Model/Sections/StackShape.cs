using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary>Shape of a whole stack document.</summary>
internal static class StackShape
{
    /// <summary>Shape of <c>resourceGroup</c> when it is a mapping.</summary>
    public static ObjectShape ExistingGroup { get; } = new(
        new Field(ObjectShape.Existing, TextShapes.ResourceId, "Id of a resource group that exists already.") { Required = true });

    /// <summary>The document.</summary>
    public static ObjectShape Document { get; } = new(
    [
        new("cloud", new ChoiceShape([.. CloudWords.All.Keys]), "The Azure cloud, or the sandbox.") { Default = "public" },
        new("subscription", TextShapes.Guid, "The subscription to deploy to.") { Otherwise = "the credentials'" },
        new("tenant", TextShapes.Guid, "The tenant of the identities.") { Otherwise = "the credentials'" },
        new("location", TextShapes.Location, "Azure region of everything that is created, unless an entry has its own.") { Required = true },
        new(
            "resourceGroup",
            new EitherShape(AzureNames.ResourceGroup, ExistingGroup),
            "Name of the resource group for everything that is created, or a mapping with the id of an existing one.") { Required = true },
        new("tags", AzureFields.TagsShape, "Tags of everything that is created and can carry tags."),
        .. StackSections.All.Select(section => new Field(section.Key, new MapShape(section.EntryShape) { OfEntries = true }, section.Meaning)),
        new("policy", PolicyFields.Shape, "How strictly advice is taken in this document."),
    ]);
}
