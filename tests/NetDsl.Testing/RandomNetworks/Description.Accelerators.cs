using System.Globalization;
using System.Text;
using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

static partial class Description
{
    static void Accelerators(Topology topology, StringBuilder text)
    {
        foreach (var client in topology.InternetClients)
        {
            Line($"client {client.Id} {client.Address} near {client.Near}");
        }

        foreach (var accelerator in topology.Accelerators)
        {
            Line($"accelerator {accelerator.Id} {string.Join(' ', accelerator.AllAddresses)}{(accelerator.IsEnabled ? "" : " disabled")}");
            foreach (var listener in accelerator.Listeners)
            {
                Line($"  {listener.Protocol} {string.Join(' ', listener.Ports)} affinity {listener.Affinity}");
                foreach (var group in listener.Groups)
                {
                    Line($"    {group.Region} dial {group.TrafficDial} {string.Join(' ', group.PortOverrides.Select(each => $"{each.ListenerPort}->{each.EndpointPort}"))}: {string.Join(", ", group.Endpoints.Select(endpoint => $"{endpoint.Target} weight {endpoint.Weight}{(endpoint.PreservesClientAddress ? " keeps" : "")}{(endpoint.IsHealthy ? "" : " unhealthy")}"))}");
                }
            }
        }

        foreach (var accelerator in topology.Accelerators)
        {
            foreach (var listener in accelerator.CustomRouting?.Listeners ?? [])
            {
                Line($"  custom routing of {accelerator.Id}: {string.Join(' ', listener.Ports)}");
                foreach (var group in listener.Groups)
                {
                    Line($"    {group.Region} to {string.Join(' ', group.Destinations.Select(each => $"{each.Ports} {each.Protocols}"))}");
                    foreach (var subnet in group.Subnets)
                    {
                        Line($"      {subnet.Subnet}: {(subnet.AllowsAllTraffic ? "all" : string.Join(' ', subnet.Allowed.Select(each => $"{each.Address}:{each.Ports}")))}");
                    }
                }
            }
        }

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }
}
