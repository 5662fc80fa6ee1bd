using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>Accelerators, and clients of the internet.</content>
internal sealed partial class TopologyAssembly
{
    // Blocks for documentation, RFC 5737: no host on the real internet has them.
    private static readonly Ipv4Prefix[] ClientRanges = [Ipv4Prefix.Parse("198.51.100.0/24"), Ipv4Prefix.Parse("192.0.2.0/24")];
    private readonly Dictionary<InternetClientBuilder, Ipv4Address> clientAddresses = [];
    private readonly Dictionary<AcceleratorBuilder, List<Ipv4Address>> staticAddresses = [];

    private EquatableArray<Accelerator> BuildAccelerators(Dictionary<ElasticIpBuilder, Ipv4Address> elasticAddresses)
    {
        var accelerators = Present(network.Accelerators);
        problems.AddRange(AcceleratorRules.Problems(network, accelerators));
        var customRouting = Present(network.CustomRoutingAccelerators);
        problems.AddRange(CustomRoutingRules.Problems(network.Semantics.Profile.Quotas, customRouting));
        return accelerators.Select((each, place) => each.Build(staticAddresses.TryGetValue(each, out var known) ? known : [], TakePublicAddress, place, IsPresent))
            .Concat(customRouting.Select(each => each.Build(TakePublicAddress, PrivateAddress)))
            .ToEquatableArray();

        bool IsPresent(AcceleratorEndpointGroupBuilder.Member member) => !member.Target.IsLeftOut && member.Target switch
        {
            LoadBalancerBuilder balancer => balancer.Nodes.Any(HasPrivateAddress),
            InstanceBuilder instance => HasPrivateAddress(instance.Primary),
            ElasticIpBuilder elastic => elasticAddresses.ContainsKey(elastic),
            _ => false,
        };

        Ipv4Address? PrivateAddress(InterfaceBuilder each) => HasPrivateAddress(each) ? privateAddresses[each.Id] : null;

        bool HasPrivateAddress(ElementBuilder holder) => !holder.IsLeftOut && privateAddresses.ContainsKey(holder.Id);
    }

    /// <summary>Takes the static addresses that accelerators have, before anybody is given one, so that nobody else gets them.</summary>
    private void TakeStaticAddresses()
    {
        foreach (var accelerator in Present(network.Accelerators))
        {
            var taken = new List<Ipv4Address>();
            foreach (var address in accelerator.StaticAddresses)
            {
                if (publicAddresses.TryTake(address.Value))
                {
                    taken.Add(address.Value);
                }
                else
                {
                    problems.Add(new Problem(
                        ProblemKind.InvalidAddress, $"{address} is the address of something else of the network already; a public address exists once", address.Origin));
                }
            }

            staticAddresses.Add(accelerator, taken);
        }
    }

    /// <summary>Takes the fixed addresses of clients, before anybody is given one, so that nobody else gets them.</summary>
    private void TakeFixedClientAddresses()
    {
        foreach (var client in Present(network.InternetClients))
        {
            if (client.FixedAddress is { } known && publicAddresses.TryTake(known.Value))
            {
                clientAddresses.Add(client, known.Value);
            }
            else if (client.FixedAddress is { } taken)
            {
                problems.Add(new Problem(
                    ProblemKind.InvalidAddress, $"{taken} is the address of something else of the network already; a public address exists once", taken.Origin));
            }
        }
    }

    private EquatableArray<InternetClient> BuildInternetClients()
    {
        var clients = Present(network.InternetClients);
        foreach (var client in clients.Where(client => client.FixedAddress is null))
        {
            if (FreeClientAddress() is { } free)
            {
                clientAddresses.Add(client, free);
            }
            else
            {
                problems.Add(new Problem(
                    ProblemKind.InvalidAddress, $"no address is left for internet client '{client.Name}'; give fixed ones with InternetClient(name, near, address)", client.Origin));
            }
        }

        return clients.Where(clientAddresses.ContainsKey).Select(client => client.Build(clientAddresses[client])).ToEquatableArray();
    }

    private Ipv4Address? FreeClientAddress()
    {
        foreach (var range in ClientRanges)
        {
            for (var candidate = range.First.Value + 1; candidate < range.Last.Value; candidate++)
            {
                // The host that a question means which names none is nobody in particular.
                if (new Ipv4Address(candidate) is var address && address != PublicAddressPool.InternetHost && publicAddresses.TryTake(address))
                {
                    return address;
                }
            }
        }

        return null;
    }
}
