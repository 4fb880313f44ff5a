namespace Pulumi;

/// <summary>An output whose type is not known at compile time.</summary>
internal interface IOutput
{
    /// <summary>What the output holds, once it is settled.</summary>
    ValueTask<OutputData<object?>> GetDataAsync();
}
