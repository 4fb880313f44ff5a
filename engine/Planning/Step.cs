using System.Collections.Immutable;
using Provisioning.Engine.Events;
using Provisioning.Engine.Providers;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Planning;

/// <summary>One decision about one resource, ready to be executed.</summary>
internal abstract record Step
{
    private Step()
    {
    }

    /// <summary>The resource in state; null when there is none.</summary>
    public virtual ResourceState? Before => null;

    /// <summary>The resource as it is to become; null when it goes away.</summary>
    public virtual ResourceState? After => null;

    /// <summary>What the step does.</summary>
    public abstract StepOp Op { get; }

    /// <summary>Whether it counts as a change of its own; false for the parts of a replacement.</summary>
    public virtual bool IsLogical => true;

    /// <summary>Whether events tell of it; false for bookkeeping.</summary>
    public virtual bool IsVisible => !ProviderInputs.IsDefaultProvider(Resource.Urn);

    /// <summary>The comparison that led to it; null when there was nothing to compare.</summary>
    public DiffResult? Diff { get; init; }

    /// <summary>The resource it is about: as it is to become, or as it was.</summary>
    public ResourceState Resource =>
        After ?? Before ?? throw new InvalidOperationException("A step is about a resource before or after it.");

    /// <summary>The resource stays as it is.</summary>
    public sealed record Same(ResourceState Old, ResourceState New) : Step
    {
        /// <inheritdoc/>
        public override ResourceState? Before => Old;

        /// <inheritdoc/>
        public override ResourceState? After => New;

        /// <inheritdoc/>
        public override StepOp Op => StepOp.Same;

        /// <inheritdoc/>
        public override bool IsVisible => !FollowsImport && base.IsVisible;

        /// <summary>Whether the resource was imported just now, and that was told.</summary>
        public bool FollowsImport { get; init; }
    }

    /// <summary>A resource is created.</summary>
    public sealed record Create(ResourceState New) : Step
    {
        /// <inheritdoc/>
        public override ResourceState? After => New;

        /// <inheritdoc/>
        public override StepOp Op => StepOp.Create;
    }

    /// <summary>A resource is updated in place.</summary>
    public sealed record Update(ResourceState Old, ResourceState New) : Step
    {
        /// <inheritdoc/>
        public override ResourceState? Before => Old;

        /// <inheritdoc/>
        public override ResourceState? After => New;

        /// <inheritdoc/>
        public override StepOp Op => StepOp.Update;
    }

    /// <summary>A resource is replaced; the steps around it do that.</summary>
    public sealed record Replace(ResourceState Old, ResourceState New) : Step
    {
        /// <inheritdoc/>
        public override ResourceState? Before => Old;

        /// <inheritdoc/>
        public override ResourceState? After => New;

        /// <inheritdoc/>
        public override StepOp Op => StepOp.Replace;
    }

    /// <summary>The creating half of a replacement.</summary>
    /// <param name="Old">The resource it replaces.</param>
    /// <param name="New">The new one.</param>
    /// <param name="OldIsGone">Whether the old one was deleted before; otherwise it is marked for deletion.</param>
    public sealed record CreateReplacement(ResourceState Old, ResourceState New, bool OldIsGone) : Step
    {
        /// <inheritdoc/>
        public override ResourceState? Before => Old;

        /// <inheritdoc/>
        public override ResourceState? After => New;

        /// <inheritdoc/>
        public override StepOp Op => StepOp.CreateReplacement;

        /// <inheritdoc/>
        public override bool IsLogical => false;
    }

    /// <summary>A resource is deleted, or leaves the state.</summary>
    /// <param name="Old">The resource.</param>
    /// <param name="CallsProvider">Whether its provider is called; otherwise it leaves the state alone.</param>
    /// <param name="Replaced">Whether it is the deleting half of a replacement.</param>
    /// <param name="KeepEntry">Whether its entry stays until the replacement is created.</param>
    public sealed record Delete(ResourceState Old, bool CallsProvider, bool Replaced = false, bool KeepEntry = false) : Step
    {
        /// <summary>Resources that go with it and leave the state in the same step, dependents first.</summary>
        public ImmutableArray<ResourceState> Parts { get; init; } = [];

        /// <inheritdoc/>
        public override ResourceState? Before => Old;

        /// <inheritdoc/>
        public override StepOp Op => (Old.External, Replaced) switch
        {
            (true, true) => StepOp.DiscardReplaced,
            (true, false) => StepOp.Discard,
            (false, true) => StepOp.DeleteReplaced,
            (false, false) => StepOp.Delete,
        };

        /// <inheritdoc/>
        public override bool IsLogical => !Replaced;
    }

    /// <summary>The entry of a resource that was deleted for a replacement, and is not wanted any more, goes away.</summary>
    public sealed record RemovePendingReplace(ResourceState Old) : Step
    {
        /// <inheritdoc/>
        public override ResourceState? Before => Old;

        /// <inheritdoc/>
        public override StepOp Op => StepOp.RemovePendingReplace;

        /// <inheritdoc/>
        public override bool IsVisible => false;

        /// <inheritdoc/>
        public override bool IsLogical => false;
    }

    /// <summary>A resource managed elsewhere is read.</summary>
    /// <param name="Old">The entry of the same URN; null when there is none.</param>
    /// <param name="New">The resource, its inputs being what is known of it.</param>
    /// <param name="Replaces">Whether the old one, which was managed here, is to be deleted.</param>
    public sealed record Read(ResourceState? Old, ResourceState New, bool Replaces) : Step
    {
        /// <inheritdoc/>
        public override ResourceState? Before => Old;

        /// <inheritdoc/>
        public override ResourceState? After => New;

        /// <inheritdoc/>
        public override StepOp Op => Replaces ? StepOp.ReadReplacement : StepOp.Read;
    }

    /// <summary>An existing resource becomes managed.</summary>
    /// <param name="Old">The entry of the same URN, which is then to be deleted; null when there is none.</param>
    /// <param name="New">The resource with its id.</param>
    public sealed record Import(ResourceState? Old, ResourceState New) : Step
    {
        /// <inheritdoc/>
        public override ResourceState? Before => Old;

        /// <inheritdoc/>
        public override ResourceState? After => New;

        /// <inheritdoc/>
        public override StepOp Op => Old is null ? StepOp.Import : StepOp.ImportReplacement;

        /// <inheritdoc/>
        public override bool IsLogical => Old is null;
    }

    /// <summary>The state of a resource is brought up to date.</summary>
    public sealed record Refresh(ResourceState Old) : Step
    {
        /// <inheritdoc/>
        public override ResourceState? Before => Old;

        /// <inheritdoc/>
        public override StepOp Op => StepOp.Refresh;
    }

    /// <summary>What events tell about the step.</summary>
    /// <param name="after">The resource as it is now; null for what was planned.</param>
    public StepMetadata ToMetadata(ResourceState? after = null) => new()
    {
        Op = Op,
        Urn = Resource.Urn,
        Old = Before,
        New = after ?? After,
        Provider = Resource.Provider,
        Logical = IsLogical,
        ReplaceKeys = Diff?.ReplaceKeys ?? [],
        Diffs = Diff?.ChangedKeys ?? [],
        DetailedDiff = Diff?.DetailedDiff,
    };
}
