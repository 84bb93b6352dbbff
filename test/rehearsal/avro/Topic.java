import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A client of one topic, and AVRO by Apache's own library: a line of JSON in, a line out. */
public class Topic {
  static final ObjectMapper JSON = new ObjectMapper();
  static final String TOPIC = "orders";
  static Map<String, Object> client = new HashMap<>();
  static KafkaConsumer<byte[], byte[]> consumer;

  public static void main(String[] args) throws Exception {
    client.put("bootstrap.servers", args[0]);
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      JsonNode ask = JSON.readTree(line);
      ObjectNode answer = JSON.createObjectNode();
      try {
        run(ask, answer);
      } catch (Exception error) {
        answer.put("error", String.valueOf(error));
      }
      System.out.println(JSON.writeValueAsString(answer));
    }
  }

  static void run(JsonNode ask, ObjectNode answer) throws Exception {
    switch (ask.get("do").asText()) {
      case "create" -> create();
      case "produce" -> produce(ask);
      case "join" -> join(ask.get("group").asText());
      case "poll" -> poll(answer.putArray("records"));
      case "go" -> go(ask.get("offsets"));
      case "encode" -> answer.put("bytes", encode(ask));
      case "decode" -> answer.set("value", decode(ask));
      default -> throw new IllegalArgumentException(ask.toString());
    }
  }

  static void create() throws Exception {
    try (Admin admin = Admin.create(client)) {
      NewTopic topic = new NewTopic(TOPIC, 2, (short) 1).configs(Map.of("max.message.bytes", "3000000"));
      admin.createTopics(List.of(topic)).all().get();
    }
  }

  static void produce(JsonNode ask) throws Exception {
    Map<String, Object> own = new HashMap<>(client);
    own.put("compression.type", ask.get("codec").asText());
    own.put("max.request.size", "3000000");
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(own, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (JsonNode record : ask.get("records")) {
        byte[] value = record.get("value").isNull() ? null : record.get("value").binaryValue();
        producer.send(new ProducerRecord<>(TOPIC, record.get("partition").asInt(), null, value)).get();
      }
    }
  }

  /** Begins where the group was, at the first record where it never was. */
  static void join(String group) {
    if (consumer != null) consumer.close();
    Map<String, Object> own = new HashMap<>(client);
    own.putAll(Map.of("group.id", group, "auto.offset.reset", "earliest", "enable.auto.commit", "false", "max.poll.records", "100"));
    consumer = new KafkaConsumer<>(own, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.assign(List.of(new TopicPartition(TOPIC, 0), new TopicPartition(TOPIC, 1)));
  }

  static void poll(ArrayNode records) {
    for (ConsumerRecord<byte[], byte[]> found : consumer.poll(Duration.ofSeconds(2))) {
      ObjectNode record = records.addObject();
      record.put("topic", found.topic()).put("partition", found.partition()).put("offset", found.offset());
      record.put("timestamp", found.timestamp()).put("value", found.value());
    }
  }

  /** Commits the place of each partition, and reads on from there. */
  static void go(JsonNode offsets) {
    for (Map.Entry<String, JsonNode> entry : offsets.properties()) {
      TopicPartition partition = new TopicPartition(TOPIC, Integer.parseInt(entry.getKey()));
      consumer.commitSync(Map.of(partition, new OffsetAndMetadata(entry.getValue().asLong())));
      consumer.seek(partition, entry.getValue().asLong());
    }
  }

  static byte[] encode(JsonNode ask) throws Exception {
    Schema schema = new Schema.Parser().parse(ask.get("schema").asText());
    Object value = new GenericDatumReader<>(schema).read(null, DecoderFactory.get().jsonDecoder(schema, ask.get("json").asText()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Encoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<>(schema).write(value, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  static JsonNode decode(JsonNode ask) throws Exception {
    Schema schema = new Schema.Parser().parse(ask.get("schema").asText());
    Decoder decoder = DecoderFactory.get().binaryDecoder(ask.get("bytes").binaryValue(), null);
    return JSON.readTree(String.valueOf(new GenericDatumReader<>(schema).read(null, decoder)));
  }
}
