using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary>One kind of compute.</summary>
/// <param name="word">The word under <c>kind</c>.</param>
/// <param name="shape">The keys it may have.</param>
internal abstract class ComputeCase(string word, ObjectShape shape)
{
    /// <summary>The word under <c>kind</c>.</summary>
    public string Word => word;

    /// <summary>The keys it may have.</summary>
    public ObjectShape Shape => shape;

    /// <summary>Makes the record of a compute, reporting what is wrong with it.</summary>
    /// <param name="name">Its short name.</param>
    /// <param name="fields">Its values.</param>
    /// <param name="workspace">Its workspace.</param>
    /// <returns>The record; null when a part it cannot do without is missing, which has been reported.</returns>
    public abstract Compute? Bind(string name, Fields fields, Reference<Workspace> workspace);
}
