namespace Provisioning.Engine.Plans;

/// <summary>Why a plan cannot be used.</summary>
public enum PlanRefusal
{
    /// <summary>The file is no plan, or cannot be read or written.</summary>
    Unreadable,

    /// <summary>It is the plan of another stack.</summary>
    OtherStack,

    /// <summary>It was made with another configuration.</summary>
    OtherConfiguration,
}
