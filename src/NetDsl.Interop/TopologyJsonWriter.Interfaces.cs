using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Instances and interfaces.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WriteInstance(Instance instance)
    {
        Reference("subnet", instance.Subnet);
        References("interfaces", instance.Interfaces);
        if (instance.Forwarding != HostForwarding.None)
        {
            json.WriteString("forwarding", EnumText.Write(instance.Forwarding));
        }

        WriteTags(instance);
    }

    private void WriteNetworkInterface(NetworkInterface each)
    {
        Reference("subnet", each.Subnet);
        Reference("instance", each.Instance);
        Text("privateAddress", each.PrivateAddress);
        Text("publicAddress", each.PublicAddress);
        References("securityGroups", each.SecurityGroups);
        Text("managedBy", each.ManagedBy is { } manager ? IdText.WriteWithKind(manager) : null);
        if (each.Ipv6Addresses.Count > 0)
        {
            Texts("ipv6Addresses", each.Ipv6Addresses);
        }

        if (!each.SourceDestinationCheck)
        {
            json.WriteBoolean("sourceDestinationCheck", false);
        }

        OptionalFlag("deniesInternetGatewayTraffic", each.DeniesInternetGatewayTraffic);
        Reference("participant", each.Participant);
        WriteTags(each);
    }
}
