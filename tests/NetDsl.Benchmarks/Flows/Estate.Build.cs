using NetDsl;
using NetDsl.Model;

#pragma warning disable CA1050 // The sample has it in no namespace, and this is a part of it.

/// <content>The estate of samples/BillionFlows without the compiler's help.</content>
public static partial class Estate
{
    /// <summary>Its description.</summary>
    public static Topology Build()
    {
        var network = new NetworkBuilder(nameof(Estate));
        Define(network);
        return network.Build();
    }
}
