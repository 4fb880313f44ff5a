using Pulumirpc;
using static Pulumirpc.PropertyDiff.Types;

namespace Provisioning.Engine.Providers;

/// <summary>Conversions between the kinds of property differences.</summary>
internal static class PropertyDiffKinds
{
    extension(PropertyDiff diff)
    {
        /// <summary>Whether the difference forces a replacement.</summary>
        public bool IsReplace => diff.Kind is Kind.AddReplace or Kind.DeleteReplace or Kind.UpdateReplace;

        /// <summary>The same difference, forcing a replacement.</summary>
        public PropertyDiff AsReplace() => new()
        {
            InputDiff = diff.InputDiff,
            Kind = diff.Kind switch
            {
                Kind.Add => Kind.AddReplace,
                Kind.Delete => Kind.DeleteReplace,
                Kind.Update => Kind.UpdateReplace,
                var kind => kind,
            },
        };

        /// <summary>The difference seen from the other side.</summary>
        public PropertyDiff Inverted() => new()
        {
            InputDiff = diff.InputDiff,
            Kind = diff.Kind switch
            {
                Kind.Add => Kind.Delete,
                Kind.AddReplace => Kind.DeleteReplace,
                Kind.Delete => Kind.Add,
                Kind.DeleteReplace => Kind.AddReplace,
                var kind => kind,
            },
        };
    }
}
