using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>Accelerators, and the clients that they are for.</content>
public sealed partial class NetworkBuilder
{
    private readonly List<AcceleratorBuilder> accelerators = [];
    private readonly List<InternetClientBuilder> internetClients = [];

    internal IReadOnlyList<AcceleratorBuilder> Accelerators => accelerators;

    internal IReadOnlyList<InternetClientBuilder> InternetClients => internetClients;

    /// <summary>
    /// Declares an accelerator, which is of no region: two static addresses that lead to the nearest of several endpoints. Source: "How AWS
    /// Global Accelerator works", AWS Global Accelerator Developer Guide.
    /// </summary>
    /// <param name="name">Unique in the network.</param>
    /// <param name="account">The owner; the network's default account when left out.</param>
    /// <param name="configure">Describes listeners, endpoint groups and endpoints.</param>
    public AcceleratorBuilder Accelerator(
        string name,
        AccountBuilder? account = null,
        Action<AcceleratorBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var owner = account ?? DefaultAccount;
        var accelerator = new AcceleratorBuilder(
            this, Names.Declare(ElementKind.Accelerator, "", name, call.Of(nameof(name)), owner.IsLeftOut), owner);
        accelerators.Add(accelerator);
        configure?.Invoke(accelerator);
        return accelerator;
    }

    /// <summary>Declares a host of the internet in a place, from which and to which packets are traced.</summary>
    /// <param name="name">Unique in the network.</param>
    /// <param name="near">The region next to it: where it meets the vendor's edge. Regions further away follow by distance on the globe.</param>
    /// <param name="address">
    /// Its public address; when left out one of 198.51.100.0/24 and then 192.0.2.0/24, which no host on the internet has.
    /// </param>
    public InternetClientBuilder InternetClient(
        string name,
        RegionBuilder near,
        string? address = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var client = new InternetClientBuilder(
            this, Names.Declare(ElementKind.InternetClient, "", name, call.Of(nameof(name)), near.IsLeftOut), near);
        if (address is not null)
        {
            var origin = call.Of(nameof(address));
            if (Problems.Address(address, origin) is not { } known)
            {
                client.LeaveOut();
            }
            else if (!InternetRanges.Carries(known))
            {
                Problems.Add(
                    ProblemKind.InvalidAddress,
                    $"{known} lies in {InternetRanges.NotCarried.First(range => range.Contains(known))}, which the internet does not carry; a client of the internet has a public address",
                    origin);
                client.LeaveOut();
            }
            else
            {
                client.FixedAddress = new Sourced<Ipv4Address>(known, origin);
            }
        }

        internetClients.Add(client);
        return client;
    }
}
