using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Custom routing accelerators.</content>
public sealed partial class NetworkBuilder
{
    private readonly List<CustomRoutingAcceleratorBuilder> customRoutingAccelerators = [];

    internal IReadOnlyList<CustomRoutingAcceleratorBuilder> CustomRoutingAccelerators => customRoutingAccelerators;

    /// <summary>
    /// Declares a custom routing accelerator: two static addresses, each port of which leads to one port of one address of a subnet. It knows neither health nor
    /// weights. Source: "How custom routing accelerators work", AWS Global Accelerator Developer Guide.
    /// </summary>
    /// <param name="name">Unique among all accelerators of the network.</param>
    /// <param name="account">The owner; the network's default account when left out.</param>
    /// <param name="configure">Describes listeners, endpoint groups and subnets.</param>
    public CustomRoutingAcceleratorBuilder CustomRoutingAccelerator(
        string name,
        AccountBuilder? account = null,
        Action<CustomRoutingAcceleratorBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var owner = account ?? DefaultAccount;
        var accelerator = new CustomRoutingAcceleratorBuilder(
            this, Names.Declare(ElementKind.Accelerator, "", name, call.Of(nameof(name)), owner.IsLeftOut), owner);
        customRoutingAccelerators.Add(accelerator);
        configure?.Invoke(accelerator);
        return accelerator;
    }
}
