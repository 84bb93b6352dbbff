import java.io.File;
import java.security.KeyStore;
import java.time.Duration;
import java.util.*;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.clients.consumer.*;
import org.apache.kafka.common.*;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;

/** `key STORE PASSWORD`: the private key in PEM; `create BROKER PARTITIONS TOPIC …`, of which one that is called large takes less than others; or `read BROKER TOPIC …`: a line of JSON for each record, as Kafka's own client reads it. */
public class Topics {
  public static void main(String[] args) throws Exception {
    if (args[0].equals("key")) {
      KeyStore store = KeyStore.getInstance(new File(args[1]), args[2].toCharArray());
      byte[] key = store.getKey("broker", args[2].toCharArray()).getEncoded();
      System.out.println("-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key) + "\n-----END PRIVATE KEY-----");
      return;
    }
    Map<String, Object> to = Map.of("bootstrap.servers", args[1]);
    if (args[0].equals("create")) {
      int partitions = Integer.parseInt(args[2]);
      List<NewTopic> topics = new ArrayList<>();
      for (String name : Arrays.copyOfRange(args, 3, args.length)) {
        NewTopic topic = new NewTopic(name, partitions, (short) 1);
        topics.add(name.equals("large") ? topic.configs(Map.of("max.message.bytes", "500000")) : topic);
      }
      try (Admin admin = Admin.create(to)) {
        admin.createTopics(topics).all().get();
      }
      return;
    }
    StringBuilder out = new StringBuilder();
    try (var consumer = new KafkaConsumer<>(to, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> all = new ArrayList<>();
      for (String name : Arrays.copyOfRange(args, 2, args.length))
        for (PartitionInfo info : consumer.partitionsFor(name)) all.add(new TopicPartition(name, info.partition()));
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      int partitions = (int) all.stream().filter(p -> p.topic().equals(all.get(0).topic())).count();
      while (all.stream().anyMatch(p -> consumer.position(p) < ends.get(p)))
        for (var record : consumer.poll(Duration.ofMillis(500))) {
          String key = record.key();
          // As Kafka's own producer places keys.
          int own = key == null ? record.partition() : Utils.toPositive(Utils.murmur2(key.getBytes("UTF-8"))) % partitions;
          StringJoiner headers = new StringJoiner(",", "{", "}");
          for (Header header : record.headers()) headers.add(quoted(header.key()) + ":" + quoted(new String(header.value(), "UTF-8")));
          out.append("{\"topic\":").append(quoted(record.topic())).append(",\"partition\":").append(record.partition()).append(",\"own\":").append(own)
            .append(",\"key\":").append(key == null ? "null" : quoted(key)).append(",\"headers\":").append(headers)
            .append(",\"value\":").append(quoted(record.value())).append("}\n");
        }
    }
    System.out.write(out.toString().getBytes("UTF-8"));
    System.out.flush();
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
