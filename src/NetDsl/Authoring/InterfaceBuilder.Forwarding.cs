using System.Runtime.CompilerServices;

namespace NetDsl;

/// <content>Interfaces that routes lead to.</content>
public sealed partial class InterfaceBuilder : IRouteTarget
{
    private bool checksSourceAndDestination = true;

    /// <summary>
    /// Sets the source/destination check. With it, the vendor's default, the interface sends and receives only what its own
    /// address is source or destination of. Source: "Elastic network interfaces", Amazon EC2 User Guide.
    /// </summary>
    /// <param name="enabled">Off for what forwards.</param>
    public InterfaceBuilder SourceDestinationCheck(
        bool enabled, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        checksSourceAndDestination = enabled;
        return this;
    }
}
