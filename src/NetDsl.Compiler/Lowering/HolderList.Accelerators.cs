using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering.ControlPlane;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>The static addresses of accelerators: each is a holder of a network of its own, the edge.</content>
internal sealed partial class HolderList
{
    private readonly Dictionary<IpAddress, (Accelerator Accelerator, int Holder)> acceleratorAddresses = [];

    /// <summary>The public addresses of what is in VPCs, with the region of each, in the order of the table.</summary>
    public IEnumerable<(ElementId Region, IpAddress Address)> PublicAddresses => PublicPrefixes.InSubnets(index.Topology)
        .Select(each => (index.Vpc(index.Get<Subnet>(each.Subnet)).Region, (IpAddress)each.Address))
        .Concat(index.Topology.RegionalNatGateways.SelectMany(gateway => gateway.Zones
            .SelectMany(zone => zone.Addresses)
            .Select(address => (index.Get<Vpc>(gateway.Vpc).Region, (IpAddress)address))))
        .Concat(index.Topology.Accelerators.Any(accelerator => accelerator.IsDualstack)
            ? index.Topology.NetworkInterfaces.SelectMany(each => each.Ipv6Addresses.Select(address => (index.Vpc(index.Get<Subnet>(each.Subnet)).Region, address)))
            : []);

    /// <summary>The accelerator that has the static address.</summary>
    public Accelerator? AcceleratorWith(IpAddress address) =>
        acceleratorAddresses.TryGetValue(address, out var found) ? found.Accelerator : null;

    /// <summary>The entry of a static address.</summary>
    public int OfAcceleratorAddress(IpAddress address) => acceleratorAddresses[address].Holder;

    private void AddAccelerator(Accelerator accelerator)
    {
        var node = nodes.Of(accelerator);
        for (var zone = 0; zone < accelerator.Addresses.Count; zone++)
        {
            // The addresses of one network zone, of both families.
            var address = accelerator.Addresses[zone];
            EquatableArray<IpAddress> ipv6 = zone < accelerator.Ipv6Addresses.Count ? [accelerator.Ipv6Addresses[zone]] : [];
            acceleratorAddresses.Add(address, (accelerator, holders.Count));
            foreach (var each in ipv6)
            {
                acceleratorAddresses.Add(each, (accelerator, holders.Count));
            }

            holders.Add(new AddressHolder(node, node, node, Sources.IndexOf(accelerator.Id), address, address, -1, -1)
            {
                Ipv6Addresses = ipv6,
                Role = HolderRole.Accelerator,
            });
        }
    }
}
